import { inspect } from 'node:util';
import { GigaChat, isRateLimitError } from '@gigakit/core';
import { createEmulator } from '@gigakit/emulator';
import { InMemoryCache } from '@langchain/core/caches';
import { ContextOverflowError, LangChainError, getRetryable } from '@langchain/core/errors';
import { AIMessageChunk, HumanMessage, ToolMessage } from '@langchain/core/messages';
import { concat } from '@langchain/core/utils/stream';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { emulated } from '../test/emulated.ts';
import { ChatGigaChat, ChatGigaChatError } from './index.ts';

const says = (text: string | readonly string[]) => ({ type: 'answer', text }) as const;
const refuses = (status: number, message = 'no') => ({ type: 'error', status, message }) as const;

async function readAll(stream: AsyncIterable<AIMessageChunk>): Promise<AIMessageChunk> {
  let whole: AIMessageChunk | undefined;
  for await (const chunk of stream) whole = whole === undefined ? chunk : concat(whole, chunk);
  return whole ?? new AIMessageChunk('');
}

const waysToCall: readonly [name: string, call: (model: ChatGigaChat) => Promise<unknown>][] = [
  ['invoke', (model) => model.invoke('Привет')],
  ['stream', async (model) => readAll(await model.stream('Привет'))],
  ['streamEvents', async (model) => model.streamEvents([new HumanMessage('Привет')]).output],
];

test.each(waysToCall)('%s makes exactly maxRetries attempts after the first', async (_name, call) => {
  const { model, emulator, requests } = emulated({ maxRetries: 3 });
  emulator.when({ path: /chat/ }, refuses(500));
  await expect(call(model)).rejects.toMatchObject({ name: 'ServerError', status: 500 });
  expect(requests()).toHaveLength(4);
});

test.each(waysToCall)('%s is not retried after a 422', async (_name, call) => {
  const { model, emulator, requests } = emulated({ maxRetries: 3 });
  emulator.when({ path: /chat/ }, refuses(422));
  await expect(call(model)).rejects.toMatchObject({ status: 422 });
  expect(requests()).toHaveLength(1);
});

test('maxRetries of one call overrides that of the model', async () => {
  const { model, emulator, requests } = emulated({ maxRetries: 5 });
  emulator.when({ path: /chat/ }, refuses(429));
  await expect(model.invoke('Привет', { maxRetries: 1 })).rejects.toMatchObject({ status: 429 });
  expect(requests()).toHaveLength(2);
});

test('onFailedAttempt hears each failure, and ends the retrying by throwing', async () => {
  const heard: string[] = [];
  const { model, emulator, requests } = emulated({
    maxRetries: 5,
    onFailedAttempt: (error: Error) => {
      heard.push(error.name);
      if (heard.length === 2) throw error;
    },
  });
  emulator.when({ path: /chat/ }, refuses(503));
  await expect(model.invoke('Привет')).rejects.toMatchObject({ status: 503 });
  expect(heard).toEqual(['ServerError', 'ServerError']);
  expect(requests()).toHaveLength(2);
});

test('a stream that broke is not asked for twice, and fails', async () => {
  const { model, emulator, requests } = emulated({ maxRetries: 3 });
  emulator.enqueue({ ...says(['раз', 'два']), faults: [{ type: 'cut', afterBytes: 300 }] });
  const call = model.stream('Привет').then(readAll);
  await expect(call).rejects.toMatchObject({ name: 'StreamError' });
  expect(requests()).toHaveLength(1);
});

test.each(waysToCall)('%s keeps to maxConcurrency', async (_name, call) => {
  const { model, emulator } = emulated({ maxConcurrency: 2 });
  let busiest = 0;
  emulator.when({ path: /chat/ }, () => {
    busiest = Math.max(busiest, emulator.inFlight);
    return { ...says('да'), faults: [{ type: 'slow', chunkBytes: 64 }] };
  });
  await Promise.all(Array.from({ length: 8 }, () => call(model)));
  expect(busiest).toBe(2);
});

test.each([
  [400, 'INVALID_PROMPT_INPUT', false],
  [401, 'MODEL_AUTHENTICATION', false],
  [402, undefined, false],
  [403, 'MODEL_AUTHENTICATION', false],
  [404, 'MODEL_NOT_FOUND', false],
  [422, 'INVALID_PROMPT_INPUT', false],
  [429, 'MODEL_RATE_LIMIT', true],
  [500, undefined, true],
  [503, undefined, true],
])('a %d arrives with lc_error_code %s, retryable: %s', async (status, code, retryable) => {
  const { model, emulator } = emulated({ maxRetries: 0 });
  emulator.when({ path: /chat/ }, refuses(status, 'the reason'));
  const error: unknown = await model.invoke('Привет').catch((reason: unknown) => reason);
  expect(error).toMatchObject({ lc_error_code: code, status, requestId: expect.any(String) });
  expect(ChatGigaChatError.isInstance(error)).toBe(true);
  expect(LangChainError.isInstance(error)).toBe(true);
  expect(getRetryable(error)).toBe(retryable);
  expect(String(error)).toContain('the reason');
});

test("the client's own error is the cause", async () => {
  const { model, emulator } = emulated({ maxRetries: 0 });
  emulator.enqueue({ ...refuses(429), headers: { 'retry-after': '7' } });
  const error: unknown = await model.invoke('Привет').catch((reason: unknown) => reason);
  expect(error).toMatchObject({ name: 'RateLimitError', retryAfterMs: 7000 });
  expect(isRateLimitError((error as Error).cause)).toBe(true);
});

test.each([413, 422])('a prompt that does not fit is a ContextOverflowError (%d)', async (status) => {
  const { model, emulator } = emulated();
  emulator.enqueue(refuses(status, 'the context is too large'));
  const error: unknown = await model.invoke('Привет').catch((reason: unknown) => reason);
  expect(ContextOverflowError.isInstance(error)).toBe(true);
  expect(error).toMatchObject({ lc_error_code: 'CONTEXT_OVERFLOW', status });
});

test('a limit that is not about the context, and a file that is too large, are other errors', async () => {
  const { model, emulator } = emulated();
  emulator.enqueue(refuses(422, 'Invalid params: max_tokens must be at least 1'));
  await expect(model.invoke('Привет')).rejects.toMatchObject({ lc_error_code: 'INVALID_PROMPT_INPUT' });
  emulator.once({ path: /files/ }, refuses(413, 'Payload too large'));
  const file = { type: 'file', data: new Uint8Array([104, 105]), mimeType: 'text/plain' };
  await expect(model.invoke([new HumanMessage({ content: [file] })])).rejects.toMatchObject({
    name: 'PayloadTooLargeError',
    lc_error_code: 'INVALID_PROMPT_INPUT',
  });
});

test('what the server says about tool results is INVALID_TOOL_RESULTS', async () => {
  const { model, emulator } = emulated();
  emulator.enqueue(
    refuses(422, 'Invalid params: every assistant function call must have a result in history'),
  );
  await expect(model.invoke('Погода?')).rejects.toMatchObject({ lc_error_code: 'INVALID_TOOL_RESULTS' });
});

test('a result without its call is left out, and the answer says so', async () => {
  const { model, bodies } = emulated();
  const orphan = new ToolMessage({ content: 'снег', tool_call_id: 'nobody' });
  const answer = await model.invoke([new HumanMessage('Погода?'), orphan]);
  expect(answer.response_metadata['warnings']).toMatchObject([{ kind: 'changed', field: 'messages[1]' }]);
  expect(bodies()[0]?.messages).toHaveLength(1);
});

test("an abort rejects with the signal's own reason and closes the request", async () => {
  const { model, emulator, requests } = emulated();
  emulator.enqueue({ ...says('поздно'), faults: [{ type: 'hang' }] });
  const controller = new AbortController();
  const call = model.invoke('Привет', { signal: controller.signal });
  await expect.poll(() => requests().length).toBe(1);
  controller.abort(new Error('changed my mind'));
  await expect(call).rejects.toThrow('changed my mind');
  await expect.poll(() => emulator.inFlight).toBe(0);
});

test('without a key it constructs, and the call says what is missing', async () => {
  const model = new ChatGigaChat({ credentials: 'nonsense' });
  await expect(model.invoke('Привет')).rejects.toMatchObject({
    lc_error_code: 'MODEL_AUTHENTICATION',
    message: expect.stringContaining('credentials'),
  });
});

test('a wrong setting is told at once', () => {
  expect(() => new ChatGigaChat({ baseUrl: 'not a url' })).toThrow(/baseUrl/);
});

test('a shared client serves several models, one sign-in for all', async () => {
  const emulator = createEmulator();
  const client = new GigaChat({
    credentials: emulator.credentials,
    fetch: emulator.fetch,
    model: 'GigaChat-2-Max',
  });
  const first = new ChatGigaChat({ client });
  const second = new ChatGigaChat('GigaChat-2-Pro', { client });
  await first.invoke('Привет');
  await second.invoke('Привет');
  const models = emulator.journal.map(({ body }) => (body as { model?: string }).model);
  expect(models).toEqual([undefined, 'GigaChat-2-Max', 'GigaChat-2-Pro']);
  expect(first.client).toBe(client);
});

test('settings of a connection beside a shared client are refused by name', () => {
  const client = new GigaChat({ credentials: 'YTpi' });
  expect(() => new ChatGigaChat({ client, baseUrl: 'https://a.ru' })).toThrow(
    /baseUrl cannot be set beside client/,
  );
});

test('the environment is enough', async () => {
  const emulator = createEmulator();
  process.env['GIGACHAT_CREDENTIALS'] = emulator.credentials;
  process.env['GIGACHAT_MODEL'] = 'GigaChat-2-Pro';
  try {
    const model = new ChatGigaChat({ fetch: emulator.fetch });
    expect(model.model).toBe('GigaChat-2-Pro');
    expect((await model.invoke('Привет')).text).not.toBe('');
  } finally {
    delete process.env['GIGACHAT_CREDENTIALS'];
    delete process.env['GIGACHAT_MODEL'];
  }
});

test('model and call options reach the wire, the call over the model', async () => {
  const { model, bodies } = emulated({
    temperature: 0.5,
    topP: 0.9,
    maxTokens: 10,
    repetitionPenalty: 1.1,
    profanityCheck: true,
    flags: ['a'],
    wireExtras: { custom: 1 },
  });
  await model.invoke('Привет', { temperature: 0.7, model: 'GigaChat-2-Max' });
  expect(bodies()[0]).toMatchObject({
    model: 'GigaChat-2-Max',
    temperature: 0.7,
    top_p: 0.9,
    max_tokens: 10,
    repetition_penalty: 1.1,
    profanity_check: true,
    flags: ['a'],
    custom: 1,
  });
});

test('tools that are an empty list, and a choice without tools, say nothing on the wire', async () => {
  const { model, bodies } = emulated();
  await model.bindTools([], { tool_choice: 'auto' }).invoke('Привет');
  expect(bodies()[0]).not.toHaveProperty('functions');
  expect(bodies()[0]).not.toHaveProperty('function_call');
});

test('secrets show neither in JSON nor in inspect, nor in errors', async () => {
  const { model, emulator, settings } = emulated({ accessToken: 'sentinel-token', maxRetries: 0 });
  emulator.when({ path: /chat/ }, refuses(500));
  const error: unknown = await model.invoke('Привет').catch((reason: unknown) => reason);
  const shown = [
    inspect(model, { depth: 9 }),
    JSON.stringify(model),
    inspect(error, { depth: 9 }),
    JSON.stringify(error),
  ].join('\n');
  expect(shown).not.toContain(settings.credentials);
  expect(shown).not.toContain('sentinel-token');
});

test('streaming: true makes invoke read a stream, with the same message', async () => {
  const { model, emulator, bodies } = emulated({ streaming: true });
  emulator.enqueue(says(['раз ', 'два']));
  const tokens: string[] = [];
  const message = await model.invoke('Считай', {
    callbacks: [{ handleLLMNewToken: (token: string) => void tokens.push(token) }],
  });
  expect(message.text).toBe('раз два');
  expect(message.getType()).toBe('ai');
  expect(tokens.slice(0, 2)).toEqual(['раз ', 'два']);
  expect(bodies()[0]?.stream).toBe(true);
});

test('handleLLMNewToken is called once per chunk, with the chunk, and never for a whole answer', async () => {
  const { model, emulator } = emulated();
  emulator.enqueue(says(['раз', 'два']), says('три'));
  const chunks: unknown[] = [];
  const callbacks = [{ handleLLMNewToken: (...run: unknown[]) => void chunks.push(run[5]) }];
  const streamed: unknown[] = [];
  for await (const chunk of await model.stream('Считай', { callbacks })) streamed.push(chunk);
  expect(chunks).toHaveLength(streamed.length);
  expect(chunks[0]).toHaveProperty('chunk.message');
  await model.invoke('Считай', { callbacks });
  expect(chunks).toHaveLength(streamed.length);
});

test('every chunk of a stream has the same id, and nothing is doubled by joining', async () => {
  const { model, emulator } = emulated();
  emulator.enqueue(says(['раз', 'два', 'три']));
  const ids = new Set<string | undefined>();
  let whole: AIMessageChunk | undefined;
  for await (const chunk of await model.stream('Считай')) {
    ids.add(chunk.id);
    whole = whole === undefined ? chunk : concat(whole, chunk);
  }
  expect(ids.size).toBe(1);
  expect(whole?.id).toBe(whole?.response_metadata['request_id']);
  expect(whole?.response_metadata).toMatchObject({ model_provider: 'gigachat', finish_reason: 'stop' });
});

test('streamUsage: false leaves usage out of the stream', async () => {
  const { model } = emulated({ streamUsage: false });
  expect((await readAll(await model.stream('Привет'))).usage_metadata).toBeUndefined();
});

test('a generated picture is a block of the answer, in all three ways, and its tag is not in the text', async () => {
  const { model, emulator } = emulated();
  const reply = { type: 'answer', text: 'Вот кот.', images: [{ prompt: 'кот' }] } as const;
  emulator.enqueue(reply, reply, reply);
  const whole = await model.invoke('Нарисуй кота');
  const streamed = await readAll(await model.stream('Нарисуй кота'));
  const byEvents = await model.streamEvents([new HumanMessage('Нарисуй кота')]).output;
  for (const message of [whole, streamed, byEvents]) {
    expect(message.text.trim()).toBe('Вот кот.');
    expect(message.contentBlocks).toContainEqual(
      expect.objectContaining({ type: 'image', fileId: expect.any(String) }),
    );
  }
  expect(whole.additional_kwargs['image_uuid']).toEqual(expect.any(String));
});

test('sources of a search are citations of the text, in all three ways', async () => {
  const { model, emulator } = emulated({ api: 'v2' });
  const sources = [{ url: 'https://example.com/a', title: 'А' }];
  const reply = { type: 'answer', text: 'Ответ.', builtIns: [{ name: 'web_search' }], sources } as const;
  emulator.enqueue(reply, reply, reply);
  const options = { tools: [{ type: 'web-search' }] };
  const whole = await model.invoke('Что нового?', options);
  const streamed = await readAll(await model.stream('Что нового?', options));
  const byEvents = await model.streamEvents([new HumanMessage('Что нового?')], options).output;
  for (const message of [whole, streamed, byEvents]) {
    const texts = message.contentBlocks.filter(({ type }) => type === 'text');
    expect(texts).toMatchObject([
      { annotations: [{ type: 'citation', url: 'https://example.com/a', title: 'А' }] },
    ]);
  }
});

test('progress of a built-in tool is a custom event of a stream, and no part of the text', async () => {
  const { model, emulator } = emulated();
  emulator.enqueue({
    type: 'answer',
    text: 'Вот.',
    builtIns: [{ name: 'text2image', secondsLeft: [15, 5] }],
    images: [{ prompt: 'кот' }],
  });
  const seconds: unknown[] = [];
  const callbacks = [
    {
      handleCustomEvent: (name: string, data: { secondsLeft?: number }) =>
        void (name === 'gigachat-tool-progress' && data.secondsLeft !== undefined
          ? seconds.push(data.secondsLeft)
          : undefined),
    },
  ];
  const whole = await readAll(await model.stream('Нарисуй кота', { callbacks }));
  expect(seconds).toEqual([15, 5]);
  expect(whole.text.trim()).toBe('Вот.');
});

test('arguments that are no JSON object become an invalid tool call', async () => {
  const { model, emulator } = emulated();
  const choice = {
    message: { role: 'assistant', content: '', function_call: { name: 'now', arguments: 'zone: МСК' } },
    index: 0,
    finish_reason: 'function_call',
  };
  const usage = { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2, precached_prompt_tokens: 0 };
  emulator.enqueue({
    type: 'raw',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      choices: [choice],
      created: 1,
      model: 'GigaChat:2',
      object: 'chat.completion',
      usage,
    }),
  });
  const message = await model.invoke('Который час?', { tools: [{ name: 'now', schema: z.object({}) }] });
  expect(message.tool_calls).toEqual([]);
  expect(message.invalid_tool_calls).toMatchObject([
    { type: 'invalid_tool_call', name: 'now', args: 'zone: МСК', id: expect.any(String) },
  ]);
});

test('two pictures with the same question are two entries of the cache', async () => {
  const { model, requests } = emulated({ model: 'GigaChat-2-Pro', cache: new InMemoryCache() });
  const ask = (fileId: string) =>
    model.invoke([
      new HumanMessage({
        content: [
          { type: 'text', text: 'Что здесь?' },
          { type: 'image', fileId },
        ],
      }),
    ]);
  const first = await model.client.files.upload({
    data: new TextEncoder().encode('первый'),
    filename: 'a.txt',
  });
  const second = await model.client.files.upload({
    data: new TextEncoder().encode('второй'),
    filename: 'b.txt',
  });
  await ask(first.id);
  await ask(second.id);
  await ask(first.id);
  expect(requests()).toHaveLength(2);
});

test('a signal does not make it another question for the cache', async () => {
  const { model, requests } = emulated({ cache: new InMemoryCache() });
  await model.invoke('Привет');
  await model.invoke('Привет', { signal: new AbortController().signal, maxRetries: 1 });
  expect(requests()).toHaveLength(1);
});

test('what a model is made with tells its cache entries apart', () => {
  const { settings } = emulated();
  const key = (fields: object) =>
    new ChatGigaChat({ ...settings, ...fields })._getSerializedCacheKeyParametersForCall({});
  const keys = [
    {},
    { temperature: 0.5 },
    { model: 'GigaChat-2-Max' },
    { api: 'v2' },
    { baseUrl: 'https://a.ru/v1' },
  ];
  expect(new Set(keys.map(key)).size).toBe(keys.length);
  expect(keys.map(key).join()).not.toContain(settings.credentials);
});

test('tokens are estimated without the network, and counted by the API when asked to', async () => {
  const { model, emulator, settings } = emulated();
  expect(await model.getNumTokens('Привет, мир!')).toBe(3);
  const messages = [new HumanMessage('Привет'), new HumanMessage('Как дела?')];
  expect(await model.getNumTokensFromMessages(messages)).toEqual({ totalCount: 4, countPerMessage: [2, 2] });
  expect(emulator.journal).toEqual([]);
  const exact = new ChatGigaChat({ ...settings, useApiForTokens: true });
  const counted = await exact.getNumTokensFromMessages([...messages, new HumanMessage('')]);
  expect(counted.countPerMessage).toEqual([expect.any(Number), expect.any(Number), 0]);
  expect(emulator.journal.filter(({ endpoint }) => endpoint === 'tokens/count')).toHaveLength(1);
});

test.each([
  ['GigaChat-2', { maxInputTokens: 131_072, toolCalling: true, structuredOutput: true, imageInputs: false }],
  ['GigaChat-2-Pro:2.0.28.2', { maxInputTokens: 131_072, imageInputs: true }],
  ['GigaChat-2-Max-preview', { imageInputs: true }],
])('the profile of %s is known', (model, profile) => {
  expect(new ChatGigaChat(model).profile).toMatchObject(profile);
});

test('the profile of a stranger is empty, and a given one wins', () => {
  expect(new ChatGigaChat('Other').profile).toEqual({});
  expect(new ChatGigaChat('GigaChat-2', { profile: { maxInputTokens: 5 } }).profile.maxInputTokens).toBe(5);
});

test('there is no property named tools, which agents would take for bound tools', () => {
  expect('tools' in new ChatGigaChat()).toBe(false);
});

test('generate over several prompts sums the usage', async () => {
  const { model, emulator } = emulated();
  const usage = { promptTokens: 10, completionTokens: 3 };
  emulator.enqueue({ ...says('да'), usage }, { ...says('нет'), usage });
  const { llmOutput } = await model.generate([[new HumanMessage('раз')], [new HumanMessage('два')]]);
  expect(llmOutput).toEqual({ tokenUsage: { promptTokens: 20, completionTokens: 6, totalTokens: 26 } });
});

test('invocationParams never throws, whatever the options', () => {
  const params = new ChatGigaChat().invocationParams({ tools: [{ nonsense: true }] });
  expect(params).toEqual({ model: 'GigaChat-2' });
});
