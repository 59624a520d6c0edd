import { createGigaChat, type GigaChatLanguageModelOptions } from '@gigakit/ai-sdk';
import { createEmulator, type Emulator, type Reply } from '@gigakit/emulator';
import {
  convertToModelMessages,
  createUIMessageStreamResponse,
  defaultSettingsMiddleware,
  embedMany,
  extractJsonMiddleware,
  extractReasoningMiddleware,
  generateImage,
  generateText,
  isStepCount,
  NoImageGeneratedError,
  Output,
  readUIMessageStream,
  simulateStreamingMiddleware,
  smoothStream,
  streamText,
  tool,
  ToolLoopAgent,
  toUIMessageStream,
  type UIMessage,
  uploadFile,
  wrapLanguageModel,
} from 'ai';
import { describe, expect, it, vi } from 'vitest';
import { z } from 'zod';

vi.stubGlobal('AI_SDK_LOG_WARNINGS', false);

const picture = new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3, 4, 5, 6, 7, 8]);

function open(...replies: readonly Reply[]) {
  return openWith({}, ...replies);
}

function openWith(settings: Parameters<typeof createGigaChat>[0], ...replies: readonly Reply[]) {
  const emulator = createEmulator();
  emulator.enqueue(...replies);
  const gigachat = createGigaChat({ credentials: emulator.credentials, fetch: emulator.fetch, ...settings });
  return { emulator, gigachat, model: gigachat('GigaChat-2-Pro') };
}

async function all<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const read: Item[] = [];
  for await (const item of items) read.push(item);
  return read;
}

const lastBody = (emulator: Emulator) => emulator.journal.at(-1)?.body;

const weather = tool({
  description: 'Погода в городе',
  inputSchema: z.object({ city: z.string() }),
  execute: async ({ city }) => ({ city, degrees: 3 }),
});
const weatherCall: Reply = { type: 'answer', calls: [{ name: 'weather', arguments: { city: 'Москва' } }] };

describe('text', () => {
  it('puts instructions first and says only what was set', async () => {
    const { emulator, model } = open({ type: 'answer', text: 'Да' });

    await generateText({ model, instructions: 'Отвечай кратко.', prompt: 'Привет' });

    expect(lastBody(emulator)).toEqual({
      model: 'GigaChat-2-Pro',
      messages: [
        { role: 'system', content: 'Отвечай кратко.' },
        { role: 'user', content: 'Привет' },
      ],
    });
  });

  it('passes provider options on, and fields it does not know by wireExtras', async () => {
    const { emulator, model } = open({ type: 'answer', text: 'Да' });

    await generateText({
      model,
      prompt: 'Привет',
      providerOptions: {
        gigachat: {
          repetitionPenalty: 1.1,
          profanityCheck: false,
          sessionId: 'session-1',
          wireExtras: { new_field: 1 },
        } satisfies GigaChatLanguageModelOptions,
      },
    });

    expect(lastBody(emulator)).toMatchObject({
      repetition_penalty: 1.1,
      profanity_check: false,
      new_field: 1,
    });
    expect(emulator.journal.at(-1)?.headers).toMatchObject({ 'x-session-id': 'session-1' });
  });

  it('gives bodies, headers, ids and times', async () => {
    const { model } = open({ type: 'answer', text: 'Да' });

    const { request, response, providerMetadata } = await generateText({
      model,
      prompt: 'Привет',
      include: { requestBody: true, responseBody: true },
    });

    expect(request.body).toMatchObject({ model: 'GigaChat-2-Pro' });
    expect(response).toMatchObject({
      id: response.headers?.['x-request-id'],
      modelId: expect.stringContaining('GigaChat-2-Pro:'),
      body: { choices: [{ message: { content: 'Да' } }] },
    });
    expect(response.timestamp).toBeInstanceOf(Date);
    expect(providerMetadata?.['gigachat']?.['requestId']).toBe(response.id);
  });

  it('streams raw chunks on request, each before what was made of it', async () => {
    const { model } = open({ type: 'answer', text: ['При', 'вет'] });
    const types: string[] = [];

    const { stream } = streamText({ model, prompt: 'Привет', include: { rawChunks: true } });
    for await (const { type } of stream) types.push(type);

    expect(types.slice(2, 8)).toEqual(['raw', 'text-start', 'text-delta', 'raw', 'text-delta', 'raw']);
  });

  it('is smoothed without losing a letter', async () => {
    const { model } = open({ type: 'answer', text: ['Раз два т', 'ри четыре'] });

    const { textStream } = streamText({
      model,
      prompt: 'Считай',
      experimental_transform: smoothStream({ chunking: 'word', delayInMs: null }),
    });

    expect((await all(textStream)).join('')).toBe('Раз два три четыре');
  });

  it('maps reasoning levels, and warns of the nearest', async () => {
    const { emulator, model } = openWith({ api: 'v2' }, { type: 'answer', text: 'Да' });

    const { warnings } = await generateText({ model, prompt: 'Подумай', reasoning: 'xhigh' });

    expect(lastBody(emulator)).toMatchObject({ model_options: { reasoning: { effort: 'high' } } });
    expect(warnings).toMatchObject([{ type: 'compatibility', feature: 'reasoning' }]);
  });

  it('counts cached tokens apart', async () => {
    const { model } = open({
      type: 'answer',
      text: 'Да',
      usage: { promptTokens: 15, completionTokens: 4, cachedTokens: 2 },
    });

    expect((await generateText({ model, prompt: 'Привет' })).usage).toMatchObject({
      inputTokens: 17,
      inputTokenDetails: { noCacheTokens: 15, cacheReadTokens: 2 },
      outputTokens: 4,
      totalTokens: 21,
      raw: { prompt_tokens: 15, precached_prompt_tokens: 2 },
    });
  });
});

describe('tools', () => {
  it('have any name, and the model sees one it can say', async () => {
    const name = 'mcp/погода';
    const { emulator, model } = open();
    emulator.when({ path: /completions$/ }, ({ body }) => {
      const functions = z
        .object({ functions: z.array(z.object({ name: z.string() })) })
        .parse(body).functions;
      return { type: 'answer', calls: [{ name: functions[0]?.name ?? '', arguments: { city: 'Москва' } }] };
    });

    const { toolCalls, toolResults } = await generateText({
      model,
      prompt: 'Погода?',
      tools: { [name]: weather },
    });

    expect(lastBody(emulator)).toMatchObject({
      functions: [{ name: expect.stringMatching(/^[A-Za-z_.-][\w.-]*$/) }],
    });
    expect(toolCalls).toMatchObject([{ toolName: name, input: { city: 'Москва' } }]);
    expect(toolResults).toMatchObject([{ toolName: name, output: { degrees: 3 } }]);
  });

  it('called in parallel elsewhere become turns of one call each', async () => {
    const { emulator, model } = open({ type: 'answer', text: 'Тепло везде' });
    const call = (toolCallId: string, city: string) => ({
      type: 'tool-call' as const,
      toolCallId,
      toolName: 'weather',
      input: { city },
    });
    const result = (toolCallId: string, value: number) => ({
      type: 'tool-result' as const,
      toolCallId,
      toolName: 'weather',
      output: { type: 'json' as const, value: { degrees: value } },
    });

    await generateText({
      model,
      tools: { weather },
      messages: [
        { role: 'user', content: 'Погода?' },
        { role: 'assistant', content: [call('a', 'Москва'), call('b', 'Казань')] },
        { role: 'tool', content: [result('a', 3), result('b', 5)] },
      ],
    });

    expect(lastBody(emulator)).toMatchObject({
      messages: [
        { role: 'user' },
        { role: 'assistant', function_call: { arguments: { city: 'Москва' } } },
        { role: 'function', content: '{"degrees":3}' },
        { role: 'assistant', function_call: { arguments: { city: 'Казань' } } },
        { role: 'function', content: '{"degrees":5}' },
      ],
    });
  });

  it.each([
    ['auto', { type: 'auto' as const }, 'auto'],
    ['required, with one tool', { type: 'required' as const }, { name: 'weather' }],
    ['named', { type: 'tool' as const, toolName: 'weather' as const }, { name: 'weather' }],
  ])('are chosen by %s', async (_name, choice, sent) => {
    const { emulator, model } = open(weatherCall);

    const toolChoice = choice.type === 'tool' ? choice : choice.type;
    await generateText({ model, prompt: 'Погода?', tools: { weather }, toolChoice });

    const body = z.object({ function_call: z.unknown().optional() }).parse(lastBody(emulator));
    expect(body.function_call ?? 'auto').toEqual(sent);
  });

  it('wait for approval, and the answer to it is a valid history', async () => {
    const { emulator, model } = open(weatherCall, { type: 'answer', text: 'Не буду.' });
    const messages = [{ role: 'user' as const, content: 'Погода?' }];
    const options = { model, tools: { weather }, toolApproval: { weather: 'user-approval' as const } };

    const asked = await generateText({ ...options, messages });
    const request = asked.content.find((part) => part.type === 'tool-approval-request');
    const answer = await generateText({
      ...options,
      messages: [
        ...messages,
        ...asked.responseMessages,
        {
          role: 'tool',
          content: [
            {
              type: 'tool-approval-response',
              approvalId: request?.approvalId ?? '',
              approved: false,
              reason: 'Нет',
            },
          ],
        },
      ],
    });

    expect(answer.text).toBe('Не буду.');
    expect(lastBody(emulator)).toMatchObject({
      messages: [
        { role: 'user' },
        { role: 'assistant' },
        { role: 'function', content: expect.stringContaining('denied') },
      ],
    });
  });

  it('of GigaChat run on the server and show their calls and results', async () => {
    const { emulator, gigachat, model } = openWith(
      { api: 'v2' },
      {
        type: 'answer',
        builtIns: [{ name: 'web_search', secondsLeft: [2], status: 'success' }],
        text: 'Вышла версия 3.15.',
        sources: [{ url: 'https://example.org/a', title: 'А' }],
      },
    );

    const result = streamText({
      model,
      prompt: 'Что нового?',
      tools: { search: gigachat.tools.webSearch({ searchType: 'safe_search' }) },
      stopWhen: isStepCount(3),
    });
    const parts = await all(result.stream);

    expect(lastBody(emulator)).toMatchObject({ tools: [{ web_search: { type: 'safe_search' } }] });
    expect(parts).toContainEqual(
      expect.objectContaining({ type: 'tool-call', toolName: 'search', providerExecuted: true }),
    );
    expect(parts).toContainEqual(
      expect.objectContaining({ type: 'tool-result', toolName: 'search', output: { status: 'success' } }),
    );
    expect(await result.sources).toMatchObject([
      { sourceType: 'url', url: 'https://example.org/a', title: 'А' },
    ]);
    expect(await result.steps).toHaveLength(1);
  });

  it('that the server ran unasked are shown as dynamic ones', async () => {
    const { model } = openWith(
      { api: 'v2' },
      { type: 'answer', builtIns: [{ name: 'web_search', status: 'success' }], text: 'Да' },
    );

    const { content, text } = await generateText({
      model,
      prompt: 'Что нового?',
      providerOptions: { gigachat: { builtInTools: ['web-search'] } },
    });

    expect(text).toBe('Да');
    for (const part of content.filter(({ type }) => type.startsWith('tool-'))) {
      expect(part).toMatchObject({ dynamic: true, toolName: 'web-search' });
    }
  });

  it('carry the state of built-in tools over to the next question', async () => {
    const { emulator, model } = open(
      { type: 'answer', text: 'Вот кот.', images: [{ bytes: picture, mediaType: 'image/jpeg' }] },
      { type: 'answer', text: 'Рыжий.' },
    );
    const options = { model, providerOptions: { gigachat: { builtInTools: ['image-generation'] } } };
    const first = { role: 'user' as const, content: 'Нарисуй кота' };

    const drawn = await generateText({ ...options, messages: [first] });
    const stateId = drawn.providerMetadata?.['gigachat']?.['toolStateId'];
    await generateText({
      ...options,
      messages: [first, ...drawn.responseMessages, { role: 'user', content: 'Какой он?' }],
    });

    expect(stateId).toEqual(expect.any(String));
    expect(lastBody(emulator)).toMatchObject({ messages: [{}, { functions_state_id: stateId }, {}] });
  });
});

describe('output', () => {
  it.each([
    [
      'object',
      Output.object({ schema: z.object({ name: z.string() }) }),
      '{"name":"Иван"}',
      { name: 'Иван' },
    ],
    ['array', Output.array({ element: z.number() }), '{"elements":[1,2]}', [1, 2]],
    ['choice', Output.choice({ options: ['да', 'нет'] }), '{"result":"да"}', 'да'],
    ['json', Output.json(), '{"любой":[1]}', { любой: [1] }],
  ])('of kind %s is asked for natively', async (_name, output, text, value) => {
    const { emulator, model } = open({ type: 'answer', text });

    const result = await generateText({ model, prompt: 'Дай', output });

    expect(result.output).toEqual(value);
    expect(lastBody(emulator)).toMatchObject({ response_format: { type: 'json_schema' } });
  });

  it('streams partial objects, also beside tools', async () => {
    const { model } = open(weatherCall, { type: 'answer', text: ['{"degrees":', ' 3}'] });

    const { partialOutputStream, output } = streamText({
      model,
      prompt: 'Погода?',
      tools: { weather },
      stopWhen: isStepCount(2),
      output: Output.object({ schema: z.object({ degrees: z.number() }) }),
    });
    const partials = await all(partialOutputStream);

    expect(partials.at(-1)).toEqual({ degrees: 3 });
    expect(await output).toEqual({ degrees: 3 });
  });

  it('goes through a function for models that lack the native way', async () => {
    const { emulator, model } = open();
    emulator.when({ path: /completions$/ }, ({ body }) => {
      const { function_call } = z.object({ function_call: z.object({ name: z.string() }) }).parse(body);
      return { type: 'answer', calls: [{ name: function_call.name, arguments: { name: 'Иван' } }] };
    });

    const { output, finishReason } = await generateText({
      model,
      prompt: 'Кто?',
      output: Output.object({ schema: z.object({ name: z.string() }) }),
      providerOptions: { gigachat: { structuredOutput: 'function' } },
    });

    expect(output).toEqual({ name: 'Иван' });
    expect(finishReason).toBe('stop');
  });
});

describe('files', () => {
  it.each<[string, Parameters<typeof uploadFile>[0]['data'], string | undefined]>([
    ['bytes', picture, undefined],
    ['text', { type: 'text', text: 'Жили-были' }, undefined],
    ['a stream', { type: 'stream', stream: new Blob([picture]).stream() }, 'image/jpeg'],
  ])('are uploaded from %s and go into prompts by reference', async (_name, data, mediaType) => {
    const { emulator, gigachat, model } = open({ type: 'answer', text: 'Вижу' });

    const { providerReference, byteSize } = await uploadFile({
      api: gigachat,
      data,
      ...(mediaType === undefined ? {} : { mediaType }),
    });
    await generateText({
      model,
      messages: [
        {
          role: 'user',
          content: [
            { type: 'text', text: 'Что там?' },
            {
              type: 'file',
              data: { type: 'reference', reference: providerReference },
              mediaType: 'image/jpeg',
            },
          ],
        },
      ],
    });

    expect(byteSize).toBeGreaterThan(0);
    expect(lastBody(emulator)).toMatchObject({
      messages: [{ attachments: [providerReference['gigachat']] }],
    });
  });

  it('are described, downloaded and deleted', async () => {
    const { gigachat } = open();
    const files = gigachat.files();
    const { providerReference: file } = await uploadFile({
      api: gigachat,
      data: picture,
      filename: 'кот.jpg',
    });

    expect(await files.getFileMetadata({ file })).toMatchObject({
      filename: 'кот.jpg',
      byteSize: picture.length,
    });
    const { content, mediaType } = await files.downloadFile({ file });
    expect(new Uint8Array(await new Response(content).arrayBuffer())).toEqual(picture);
    expect(mediaType).toBe('image/jpeg');
    expect(await files.deleteFile({ file })).toMatchObject({ deleted: true });
    await expect(files.getFileMetadata({ file })).rejects.toMatchObject({ statusCode: 404 });
    await expect(files.getFileMetadata({ file: { openai: 'x' } })).rejects.toMatchObject({
      name: 'AI_NoSuchProviderReferenceError',
    });
  });
});

describe('pictures', () => {
  it('are drawn in the style asked for, with warnings of what cannot be asked', async () => {
    const reply: Reply = {
      type: 'answer',
      text: 'Вот',
      images: [{ bytes: picture, mediaType: 'image/jpeg' }],
    };
    const { emulator, gigachat } = open(reply, reply);

    const { images, warnings, providerMetadata, usage } = await generateImage({
      model: gigachat.imageModel('GigaChat-2-Pro'),
      prompt: 'кот',
      n: 2,
      size: '512x512',
      seed: 1,
      providerOptions: { gigachat: { style: 'Ты — Василий Кандинский' } },
    });

    expect(images.map(({ uint8Array, mediaType }) => [uint8Array, mediaType])).toEqual([
      [picture, 'image/jpeg'],
      [picture, 'image/jpeg'],
    ]);
    expect(warnings.map((warning) => ('feature' in warning ? warning.feature : ''))).toEqual(
      expect.arrayContaining(['size', 'seed']),
    );
    expect(providerMetadata['gigachat']?.images).toHaveLength(2);
    expect(usage.inputTokens).toBeGreaterThan(0);
    expect(emulator.journal.find(({ endpoint }) => endpoint === 'chat/completions')?.body).toMatchObject({
      messages: [{ role: 'system', content: 'Ты — Василий Кандинский' }, { role: 'user' }],
    });
  });

  it('that are refused leave the words of the model behind', async () => {
    const { emulator, gigachat } = open();
    emulator.when({ path: /completions$/ }, { type: 'answer', text: 'Не буду.' });
    const model = gigachat.imageModel('GigaChat-2-Pro');

    const error = await generateImage({ model, prompt: 'запретное' }).catch((caught: unknown) => caught);
    const drawn = await model.doGenerate({ prompt: 'запретное', n: 1 });

    expect(NoImageGeneratedError.isInstance(error)).toBe(true);
    expect(drawn).toMatchObject({
      images: [],
      isRetryable: false,
      warnings: [{ details: expect.stringContaining('Не буду.') }],
      providerMetadata: { gigachat: { images: [{ refusal: 'Не буду.' }] } },
    });
  });

  it('cannot be edited, and that is said', async () => {
    const { gigachat } = open();

    await expect(
      generateImage({
        model: gigachat.imageModel('GigaChat-2-Pro'),
        prompt: { text: 'рыжее', images: [picture] },
      }),
    ).rejects.toMatchObject({ name: 'AI_UnsupportedFunctionalityError' });
  });
});

describe('embeddings', () => {
  it('put the instruction before each text, and warn of a length they cannot choose', async () => {
    const { emulator, gigachat } = open();

    const { embeddings, warnings } = await embedMany({
      model: gigachat.embeddingModel('EmbeddingsGigaR'),
      values: ['раз', 'два'],
      dimensions: 8,
      providerOptions: { gigachat: { instruction: 'Найди: ', normalize: 'l2' } },
    });

    expect(lastBody(emulator)).toMatchObject({
      model: 'EmbeddingsGigaR',
      input: ['Найди: раз', 'Найди: два'],
    });
    expect(embeddings.map((vector) => Math.hypot(...vector).toFixed(3))).toEqual(['1.000', '1.000']);
    expect(warnings).toMatchObject([{ type: 'unsupported', feature: 'dimensions' }]);
  });

  it('keep to the concurrency of the account', async () => {
    const { emulator, gigachat } = openWith({ maxConcurrency: 1 });
    const most: number[] = [];
    emulator.when(
      { path: /embeddings$/, where: () => most.push(emulator.inFlight) < 0 },
      { type: 'raw', body: '' },
    );

    await embedMany({
      model: gigachat.embeddingModel('Embeddings'),
      values: Array.from({ length: 300 }, (_, index) => `${index}`),
    });

    expect(Math.max(...most)).toBe(1);
    expect(most).toHaveLength(4);
  });
});

describe('everything around a model', () => {
  it('works through middleware', async () => {
    const { emulator, model } = open(
      { type: 'answer', text: '<think>Хм</think>Да' },
      { type: 'answer', text: '```json\n{"a":1}\n```' },
      { type: 'answer', text: 'Да' },
      { type: 'answer', text: 'Да' },
    );
    const ask = { prompt: 'Привет' };
    const thinking = wrapLanguageModel({
      model,
      middleware: extractReasoningMiddleware({ tagName: 'think' }),
    });
    const json = wrapLanguageModel({ model, middleware: extractJsonMiddleware() });
    const cool = wrapLanguageModel({
      model,
      middleware: defaultSettingsMiddleware({ settings: { temperature: 0.2 } }),
    });
    const whole = wrapLanguageModel({ model, middleware: simulateStreamingMiddleware() });

    expect((await generateText({ model: thinking, ...ask })).text).toBe('Да');
    expect((await generateText({ model: json, ...ask })).text).toBe('{"a":1}');
    await generateText({ model: cool, ...ask });
    expect(lastBody(emulator)).toMatchObject({ temperature: 0.2 });
    expect(await streamText({ model: whole, ...ask }).text).toBe('Да');
  });

  it('works in an agent', async () => {
    const { model } = open(weatherCall, { type: 'answer', text: 'Плюс три.' });
    const agent = new ToolLoopAgent({ model, tools: { weather }, instructions: 'Ты синоптик.' });

    expect((await agent.generate({ prompt: 'Погода?' })).text).toBe('Плюс три.');
  });

  it('goes to a page and back: text, calls, files and sources', async () => {
    const { emulator, model } = open(
      weatherCall,
      { type: 'answer', text: 'Вот.', images: [{ bytes: picture, mediaType: 'image/jpeg' }] },
      { type: 'answer', text: 'Пожалуйста.' },
    );
    const question: UIMessage = { id: '1', role: 'user', parts: [{ type: 'text', text: 'Погода?' }] };
    const options = { model, tools: { weather }, stopWhen: isStepCount(2) };

    const { stream } = streamText({ ...options, messages: await convertToModelMessages([question]) });
    const [toClient, toCheck] = toUIMessageStream({ stream, sendSources: true }).tee();
    const page = await createUIMessageStreamResponse({ stream: toCheck }).text();
    const answers = await all(readUIMessageStream({ stream: toClient }));
    const answer = answers.at(-1);
    const thanks: UIMessage = { id: '3', role: 'user', parts: [{ type: 'text', text: 'Спасибо' }] };
    const messages = await convertToModelMessages([
      question,
      ...(answer === undefined ? [] : [answer]),
      thanks,
    ]);
    await generateText({ ...options, messages });

    expect(page).toContain('"type":"text-delta"');
    const types = answer?.parts.map(({ type }) => type) ?? [];
    expect(types.slice(0, 3)).toEqual(['step-start', 'tool-weather', 'step-start']);
    expect(types.slice(3).toSorted()).toEqual(['file', 'text']);
    expect(lastBody(emulator)).toMatchObject({
      messages: [
        { role: 'user' },
        { role: 'assistant' },
        { role: 'function' },
        { role: 'assistant' },
        { role: 'user', content: 'Спасибо' },
      ],
    });
  });

  it('stops in time when ai says so', async () => {
    const { emulator, model } = open({ type: 'answer', text: 'Да', faults: [{ type: 'hang' }] });

    await expect(
      generateText({ model, prompt: 'Привет', timeout: { totalMs: 20 }, maxRetries: 2 }),
    ).rejects.toMatchObject({ name: expect.stringMatching(/TimeoutError|AbortError/) });
    expect(emulator.inFlight).toBe(0);
  });

  it('hangs up when the reader leaves, and leaves no listener on the signal', async () => {
    const { emulator, model } = open();
    const { signal } = new AbortController();
    const listeners = vi.spyOn(signal, 'addEventListener');
    const removed = vi.spyOn(signal, 'removeEventListener');

    for (let count = 0; count < 20; count += 1) {
      emulator.enqueue({ type: 'answer', text: ['Раз', 'два', 'три'] });
      const { stream } = await model.doStream({
        prompt: [{ role: 'user', content: [{ type: 'text', text: 'а' }] }],
        abortSignal: signal,
      });
      const reader = stream.getReader();
      await reader.read();
      await reader.cancel();
    }

    await vi.waitFor(() => expect(emulator.inFlight).toBe(0));
    expect(removed.mock.calls.length).toBeGreaterThanOrEqual(listeners.mock.calls.length);
  });
});
