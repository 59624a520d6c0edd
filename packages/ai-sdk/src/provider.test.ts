import * as v1 from '@gigakit/ai-sdk/v1';
import * as v2 from '@gigakit/ai-sdk/v2';
import * as v3 from '@gigakit/ai-sdk/v3';
import * as v4 from '@gigakit/ai-sdk/v4';
import * as root from '@gigakit/ai-sdk';
import { GigaChat } from '@gigakit/core';
import { createEmulator } from '@gigakit/emulator';
import * as ai5 from 'ai5';
import * as ai6 from 'ai6';
import * as ai7 from 'ai7';
import { describe, expect, it, vi } from 'vitest';
import packageJson from '../package.json' with { type: 'json' };

const entries = { v1, v2, v3, v4 } as const;

describe.each(Object.entries(entries))('the provider of /%s', (version, entry) => {
  it('is a function, and its methods give each kind of model', () => {
    const { gigachat } = entry;

    for (const model of [
      gigachat('GigaChat-2-Pro'),
      gigachat.languageModel('GigaChat-2-Pro'),
      gigachat.chat('GigaChat-2-Pro'),
    ]) {
      expect(model).toMatchObject({
        specificationVersion: version,
        provider: 'gigachat.chat',
        modelId: 'GigaChat-2-Pro',
      });
    }
    for (const model of [gigachat.embeddingModel('Embeddings'), gigachat.textEmbeddingModel('Embeddings')]) {
      expect(model).toMatchObject({
        specificationVersion: version,
        provider: 'gigachat.embedding',
        modelId: 'Embeddings',
      });
    }
    expect(gigachat.imageModel('GigaChat-2-Pro')).toMatchObject({
      specificationVersion: version,
      provider: 'gigachat.image',
    });
  });

  it('goes by another name when told to', () => {
    const provider = entry.createGigaChat({ name: 'sber' });

    expect(provider('GigaChat').provider).toBe('sber.chat');
    expect(provider.embeddingModel('Embeddings').provider).toBe('sber.embedding');
    expect(provider.imageModel('GigaChat').provider).toBe('sber.image');
  });

  it('says that new is not needed', () => {
    expect(() => Reflect.construct(entry.gigachat, ['GigaChat'])).toThrow('called without new');
  });

  it('has the same names as every other entry', () => {
    expect(Object.keys(entry).toSorted()).toEqual(Object.keys(root).toSorted());
    expect(Object.keys(entry.gigachat.tools)).toEqual([
      'webSearch',
      'urlExtraction',
      'imageGeneration',
      'codeInterpreter',
      'model3d',
    ]);
  });

  it('says which version it is', () => {
    expect(entry.VERSION).toBe(packageJson.version);
  });

  it('uses a client that is given, and keeps it from retrying', async () => {
    const emulator = createEmulator();
    emulator.when({ path: /embeddings$/ }, { type: 'error', status: 429, message: 'Занято' });
    const client = new GigaChat({ credentials: emulator.credentials, fetch: emulator.fetch, maxRetries: 5 });

    await expect(
      entry
        .createGigaChat({ client })
        .embeddingModel('Embeddings')
        .doEmbed({ values: ['а'] }),
    ).rejects.toThrow('Занято');

    expect(emulator.journal.filter(({ endpoint }) => endpoint === 'embeddings')).toHaveLength(1);
    await client.close();
  });

  it('refuses more texts than one request takes, and says the limit', async () => {
    const values = Array.from({ length: 91 }, () => 'а');

    await expect(entry.gigachat.embeddingModel('Embeddings').doEmbed({ values })).rejects.toMatchObject({
      name: 'AI_TooManyEmbeddingValuesForCallError',
      maxEmbeddingsPerCall: 90,
    });
  });

  it('embeds nothing as nothing', async () => {
    const emulator = createEmulator();
    const provider = entry.createGigaChat({ credentials: emulator.credentials, fetch: emulator.fetch });

    expect(await provider.embeddingModel('Embeddings').doEmbed({ values: [] })).toMatchObject({
      embeddings: [],
    });
    expect(emulator.journal).toHaveLength(0);
  });

  it('has models that work through a proxy, as ai wraps those of older majors', async () => {
    const emulator = createEmulator();
    const provider = entry.createGigaChat({ credentials: emulator.credentials, fetch: emulator.fetch });
    const model = new Proxy(provider.embeddingModel('Embeddings'), {});

    expect((await model.doEmbed({ values: ['а'] })).embeddings).toHaveLength(1);
  });
});

describe('providers among others', () => {
  const world = () => {
    const emulator = createEmulator();
    emulator.enqueue({ type: 'answer', text: 'Привет' });
    return { emulator, settings: { credentials: emulator.credentials, fetch: emulator.fetch } };
  };
  vi.stubGlobal('AI_SDK_LOG_WARNINGS', false);

  it('serve from the registry of ai 5', async () => {
    const registry = ai5.createProviderRegistry({ giga: v2.createGigaChat(world().settings) });

    expect(
      (await ai5.generateText({ model: registry.languageModel('giga:GigaChat-2-Pro'), prompt: 'а' })).text,
    ).toBe('Привет');
    expect(
      (await ai5.embed({ model: registry.textEmbeddingModel('giga:Embeddings'), value: 'а' })).embedding
        .length,
    ).toBeGreaterThan(0);
  });

  it('serve from the registry of ai 6', async () => {
    const registry = ai6.createProviderRegistry({ giga: v3.createGigaChat(world().settings) });

    expect(
      (await ai6.generateText({ model: registry.languageModel('giga:GigaChat-2-Pro'), prompt: 'а' })).text,
    ).toBe('Привет');
    expect(
      (await ai6.embed({ model: registry.embeddingModel('giga:Embeddings'), value: 'а' })).embedding.length,
    ).toBeGreaterThan(0);
  });

  it('serve from the registry of ai 7, from providers of aliases and as the default', async () => {
    const gigachat = v4.createGigaChat(world().settings);
    const registry = ai7.createProviderRegistry({ giga: gigachat });
    const custom = ai7.customProvider({
      languageModels: { fast: gigachat('GigaChat-2') },
      fallbackProvider: gigachat,
    });
    const wrapped = ai7.wrapProvider({
      provider: gigachat,
      languageModelMiddleware: ai7.simulateStreamingMiddleware(),
    });
    vi.stubGlobal('AI_SDK_DEFAULT_PROVIDER', gigachat);

    expect(
      (await ai7.generateText({ model: registry.languageModel('giga:GigaChat-2-Pro'), prompt: 'а' })).text,
    ).toBe('Привет');
    expect(custom.languageModel('fast').modelId).toBe('GigaChat-2');
    expect(custom.languageModel('GigaChat-2-Max').modelId).toBe('GigaChat-2-Max');
    expect(
      (await ai7.generateText({ model: wrapped.languageModel('GigaChat-2'), prompt: 'а' })).text,
    ).not.toBe('');
    expect((await ai7.generateText({ model: 'GigaChat-2', prompt: 'а' })).text).not.toBe('');
    expect(() => registry.transcriptionModel('giga:any')).toThrow(ai7.NoSuchModelError);
  });

  it('keep their keys apart', async () => {
    const emulator = createEmulator();
    const right = v4.createGigaChat({ credentials: emulator.credentials, fetch: emulator.fetch });
    const wrong = v4.createGigaChat({ credentials: 'bm9ib2R5OndoYXRldmVy', fetch: emulator.fetch });

    await ai7.embed({ model: right.embeddingModel('Embeddings'), value: 'а' });

    await expect(ai7.embed({ model: wrong.embeddingModel('Embeddings'), value: 'а' })).rejects.toMatchObject({
      statusCode: 401,
    });
  });

  it('are told apart from models of a release they do not fit', async () => {
    await expect(ai6.generateText({ model: Object(v4.gigachat('GigaChat')), prompt: 'а' })).rejects.toThrow(
      'AI SDK 5 only supports models that implement specification version "v2"',
    );
  });

  it('write a model down between the steps of a workflow without its secrets', async () => {
    const emulator = createEmulator();
    const model = v4.createGigaChat({
      credentials: emulator.credentials,
      headers: { authorization: 'secret' },
      api: 'v2',
      name: 'sber',
    })('GigaChat-2-Pro');
    const type: Readonly<Record<symbol, (value: unknown) => unknown>> = Object(v4.GigaChatLanguageModel);

    const written = JSON.stringify(type[Symbol.for('workflow-serialize')]?.(model));
    const revived = type[Symbol.for('workflow-deserialize')]?.(JSON.parse(written));

    expect(JSON.parse(written)).toEqual({ modelId: 'GigaChat-2-Pro', settings: { api: 'v2', name: 'sber' } });
    expect(revived).toMatchObject({ modelId: 'GigaChat-2-Pro', provider: 'sber.chat' });
  });
});
