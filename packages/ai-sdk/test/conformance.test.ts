import { createEmulator, type Reply } from '@gigakit/emulator';
import { describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { allMajors } from './majors/all-majors.ts';
import type { Major, Outcome, TextCall, World } from './majors/major.ts';

// Warnings are read from results; printing them as well would only be noise.
vi.stubGlobal('AI_SDK_LOG_WARNINGS', false);

const usage = { promptTokens: 15, completionTokens: 4, cachedTokens: 2 };

const plain: Outcome = {
  text: 'Привет, мир!',
  reasoning: '',
  finishReason: 'stop',
  usage: { input: 17, output: 4 },
  toolCalls: [],
  toolResults: [],
  files: [],
  sources: [],
  steps: 1,
  model: 'GigaChat-2-Pro:2.0.28.2',
  warnings: [],
};

const weather = {
  description: 'Погода в городе',
  schema: z.object({ city: z.string() }),
  execute: async () => ({ degrees: 3 }),
};

const picture = new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3, 4, 5, 6, 7, 8]);

interface Scenario {
  readonly name: string;
  readonly replies: readonly Reply[];
  readonly call: TextCall;
  readonly settings?: World['settings'];
  readonly outcome: Outcome;
}

const scenarios: readonly Scenario[] = [
  {
    name: 'a plain answer',
    replies: [{ type: 'answer', text: ['При', 'вет, ', 'мир!'], usage }],
    call: { prompt: 'Поздоровайся' },
    outcome: plain,
  },
  {
    name: 'an answer cut by the token limit',
    replies: [{ type: 'answer', text: 'Привет', finishReason: 'length', usage }],
    call: { prompt: 'Поздоровайся', maxTokens: 4 },
    outcome: { ...plain, text: 'Привет', finishReason: 'length' },
  },
  {
    name: 'an answer that the filter replaced',
    replies: [{ type: 'answer', text: 'Не могу об этом говорить.', finishReason: 'blacklist', usage }],
    call: { prompt: 'О чём нельзя?' },
    outcome: { ...plain, text: 'Не могу об этом говорить.', finishReason: 'content-filter' },
  },
  {
    name: 'thoughts before an answer',
    replies: [{ type: 'answer', reasoning: ['Надо ', 'подумать'], text: 'Сорок два', usage }],
    call: { prompt: 'Сколько?' },
    outcome: { ...plain, reasoning: 'Надо подумать', text: 'Сорок два' },
  },
  {
    name: 'settings that GigaChat lacks',
    replies: [{ type: 'answer', text: 'Привет, мир!', usage }],
    call: {
      prompt: 'Поздоровайся',
      settings: { seed: 1, topK: 5, presencePenalty: 0.5, frequencyPenalty: 0.5 },
    },
    outcome: { ...plain, warnings: ['topK', 'presencePenalty', 'frequencyPenalty', 'seed'] },
  },
  {
    name: 'a stop text, which the client watches for',
    replies: [{ type: 'answer', text: ['Привет', ', мир! КОНЕЦ и ещё'], usage }],
    call: { prompt: 'Поздоровайся', settings: { stopSequences: [' КОНЕЦ'] } },
    outcome: { ...plain, usage: { input: 0, output: 0 } },
  },
  {
    name: 'two steps around a function',
    replies: [
      { type: 'answer', calls: [{ name: 'weather', arguments: { city: 'Москва' } }], usage },
      { type: 'answer', text: 'В Москве +3', usage },
    ],
    call: { prompt: 'Какая погода?', tools: { weather }, maxSteps: 3 },
    outcome: {
      ...plain,
      text: 'В Москве +3',
      usage: { input: 34, output: 8 },
      toolCalls: [{ name: 'weather', input: { city: 'Москва' } }],
      toolResults: [{ degrees: 3 }],
      steps: 2,
    },
  },
  {
    name: 'a function that the caller forces',
    replies: [{ type: 'answer', calls: [{ name: 'weather', arguments: { city: 'Казань' } }], usage }],
    call: {
      prompt: 'Привет',
      tools: { weather: { ...weather, execute: async () => 'ок' } },
      toolChoice: { toolName: 'weather' },
      maxSteps: 1,
    },
    outcome: {
      ...plain,
      text: '',
      finishReason: 'tool-calls',
      toolCalls: [{ name: 'weather', input: { city: 'Казань' } }],
      toolResults: ['ок'],
    },
  },
  {
    name: 'a picture among the words',
    replies: [
      { type: 'answer', text: 'Вот кот.', images: [{ bytes: picture, mediaType: 'image/jpeg' }], usage },
    ],
    call: { prompt: 'Нарисуй кота', providerOptions: { builtInTools: ['image-generation'] } },
    outcome: { ...plain, text: 'Вот кот.', files: [{ mediaType: 'image/jpeg', bytes: picture.length }] },
  },
  {
    name: 'sources of a search',
    settings: { api: 'v2' },
    replies: [
      {
        type: 'answer',
        text: 'Вышла новая версия.',
        sources: [
          { url: 'https://example.org/a', title: 'А' },
          { url: 'https://example.org/b', title: 'Б' },
        ],
        usage: { ...usage, cachedTokens: 0 },
      },
    ],
    call: { prompt: 'Что нового?' },
    outcome: {
      ...plain,
      text: 'Вышла новая версия.',
      usage: { input: 15, output: 4 },
      sources: ['https://example.org/a', 'https://example.org/b'],
    },
  },
];

const search: Reply = {
  type: 'answer',
  builtIns: [{ name: 'web_search', secondsLeft: [2], status: 'success' }],
  text: 'Вышла версия 3.15.',
};

const person = z.object({ name: z.string(), age: z.number() });

describe.each(allMajors)('$name', (major: Major) => {
  describe.each(scenarios)('gives the same for $name', ({ replies, call, settings, outcome }) => {
    const open = (): World => {
      const emulator = createEmulator();
      emulator.enqueue(...replies);
      return { emulator, ...(settings === undefined ? {} : { settings }) };
    };

    it('as a whole', async () => {
      const whole = await major.generate(open(), call);

      expect(whole).toEqual({ ...outcome, usage: expect.anything() });
    });

    it('as a stream', async () => {
      expect(await major.stream(open(), call)).toEqual(outcome);
    });
  });

  it('reads an object from a native JSON answer', async () => {
    const emulator = createEmulator();
    emulator.enqueue({ type: 'answer', text: '{"name": "Иван", "age": 7}' });

    expect(await major.generateObject({ emulator }, person)).toEqual({ name: 'Иван', age: 7 });
    expect(emulator.journal.at(-1)?.body).toMatchObject({
      response_format: { type: 'json_schema', strict: true, schema: { type: 'object' } },
    });
  });

  it('streams an object piece by piece, and takes a Markdown fence off it', async () => {
    const emulator = createEmulator();
    emulator.enqueue({ type: 'answer', text: ['```json\n{"name": "Ив', 'ан", "a', 'ge": 7}\n```'] });

    const seen = await major.streamObject({ emulator }, person);

    expect(seen).toContainEqual({ name: 'Ив' });
    expect(seen.at(-1)).toEqual({ name: 'Иван', age: 7 });
  });

  it('embeds more texts than one request takes, in order', async () => {
    const emulator = createEmulator();
    const values = Array.from({ length: 100 }, (_, index) => `текст ${index}`);

    const { embeddings, tokens } = await major.embedMany({ emulator }, values);
    const alone = await major.embedMany({ emulator }, ['текст 95']);

    expect(embeddings).toHaveLength(100);
    expect(embeddings[95]).toEqual(alone.embeddings[0]);
    expect(tokens).toBeGreaterThan(0);
    expect(emulator.journal.filter(({ endpoint }) => endpoint === 'embeddings')).toHaveLength(3);
  });

  it('draws a picture', async () => {
    const emulator = createEmulator();
    emulator.enqueue({ type: 'answer', text: 'Вот.', images: [{ bytes: picture, mediaType: 'image/jpeg' }] });

    expect(await major.drawImage({ emulator }, 'кот')).toEqual([picture]);
  });

  it('uploads a picture of the prompt once for all steps', async () => {
    const emulator = createEmulator();
    emulator.enqueue(
      { type: 'answer', calls: [{ name: 'weather', arguments: { city: 'Москва' } }] },
      { type: 'answer', text: 'Это площадь.' },
    );

    const outcome = await major.stream(
      { emulator },
      { prompt: 'Что здесь?', image: picture, tools: { weather }, maxSteps: 2 },
    );

    expect(outcome.text).toBe('Это площадь.');
    expect(emulator.journal.filter(({ endpoint }) => endpoint === 'files')).toHaveLength(1);
    const chats = emulator.journal.filter(({ endpoint }) => endpoint === 'chat/completions');
    const attachments = chats.map(
      (entry) => JSON.stringify(entry.body).match(/"attachments":\[[^\]]+\]/)?.[0],
    );
    expect(attachments[0]).toBeDefined();
    expect(attachments[1]).toBe(attachments[0]);
  });

  it('hands the state of a function call back with its result', async () => {
    const emulator = createEmulator();
    emulator.enqueue(
      { type: 'answer', calls: [{ name: 'weather', arguments: { city: 'Москва' }, stateId: 'state-1' }] },
      { type: 'answer', text: 'Тепло.' },
    );

    await major.stream({ emulator }, { prompt: 'Погода?', tools: { weather }, maxSteps: 2 });

    expect(emulator.journal.at(-1)?.body).toMatchObject({
      messages: [
        { role: 'user' },
        { role: 'assistant', functions_state_id: 'state-1', function_call: { name: 'weather' } },
        { role: 'function', name: 'weather', content: '{"degrees":3}' },
      ],
    });
  });

  it('lets a drawn picture go back into the history without uploading it', async () => {
    const emulator = createEmulator();
    emulator.enqueue(
      { type: 'answer', text: 'Вот кот.', images: [{ bytes: picture, mediaType: 'image/jpeg' }] },
      { type: 'answer', text: 'Рыжий.' },
    );

    const outcome = await major.generate(
      { emulator },
      {
        prompt: 'Нарисуй кота',
        thenAsk: 'Какого он цвета?',
        providerOptions: { builtInTools: ['image-generation'] },
      },
    );

    expect(outcome.text).toBe('Рыжий.');
    const uploads = emulator.journal.filter(
      ({ endpoint, method }) => endpoint === 'files' && method === 'POST',
    );
    // The oldest majors keep no metadata of files, so that the picture is a new file there.
    expect(uploads.length).toBe(carriesFileIds(major) ? 0 : 1);
  });

  it.each(['generate', 'stream'] as const)(
    'takes a tool that ran on the server unasked: %s',
    async (method) => {
      const emulator = createEmulator();
      emulator.enqueue(search);

      const outcome = await major[method](
        { emulator, settings: { api: 'v2' } },
        { prompt: 'Что нового?', maxSteps: 3 },
      );

      expect(outcome).toMatchObject({ text: 'Вышла версия 3.15.', finishReason: 'stop', steps: 1 });
    },
  );
});

function carriesFileIds(major: Major): boolean {
  return major.ai >= 6;
}

/** `ai` 6 and 7 take models of V2 and not its tools; there the option `builtInTools` asks for them. */
const withOwnTools = allMajors.filter(({ ai, name }) => ai < 6 || !name.endsWith('/v2'));

describe.each(withOwnTools)('$name', (major: Major) => {
  it('offers the tools of GigaChat in the shape this release knows', async () => {
    const emulator = createEmulator();
    emulator.enqueue(search);

    const outcome = await major.stream(
      { emulator, settings: { api: 'v2' } },
      { prompt: 'Что нового?', builtIns: ['webSearch'], maxSteps: 3 },
    );

    expect(outcome).toMatchObject({
      text: 'Вышла версия 3.15.',
      steps: 1,
      // `ai` 4 has no word for what the server ran.
      toolCalls: major.ai === 4 ? [] : [{ name: 'webSearch', input: {} }],
      toolResults: major.ai === 4 ? [] : [{ status: 'success' }],
    });
  });
});
