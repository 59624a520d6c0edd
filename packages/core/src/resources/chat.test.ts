import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { InvalidRequestError, NotFoundError, RateLimitError } from '../errors/api-error.ts';
import type { TurnRequest } from '../turn/turn-request.ts';
import { v1Dialect } from '../wire/v1/v1-dialect.ts';
import { v2Dialect } from '../wire/v2/v2-dialect.ts';
import { createTestContext } from './__fixtures__/chat-context.ts';
import { Chat } from './chat.ts';

const plainText = readFileSync(new URL('../wire/v1/__fixtures__/plain-text.sse', import.meta.url));
const v2PlainText = readFileSync(new URL('../wire/v2/__fixtures__/plain-text.sse', import.meta.url));

test('a whole answer comes back as text, usage and a message to go on with', async () => {
  const { context, calls } = createTestContext(v1Dialect, {
    json: {
      choices: [{ message: { content: 'Привет!', role: 'assistant' }, index: 0, finish_reason: 'stop' }],
      created: 1768996171,
      model: 'GigaChat-2:2.0.28.2',
      object: 'chat.completion',
      usage: { prompt_tokens: 17, completion_tokens: 3, total_tokens: 20, precached_prompt_tokens: 2 },
    },
  });
  const turn = await new Chat(context).generate({ messages: [{ role: 'user', content: 'Здравствуй' }] });
  expect(turn).toMatchObject({
    text: 'Привет!',
    finishReason: 'stop',
    model: 'GigaChat-2:2.0.28.2',
    requestId: 'request-1',
    usage: { inputTokens: 19, cachedInputTokens: 2, outputTokens: 3, totalTokens: 22 },
    message: { role: 'assistant', content: 'Привет!' },
  });
  expect(calls).toEqual([{ model: 'GigaChat-2', messages: [{ role: 'user', content: 'Здравствуй' }] }]);
});

test('a stream is read event by event, in order', async () => {
  const { context } = createTestContext(v1Dialect, { chunks: [plainText] });
  const stream = await new Chat(context).stream({ messages: [{ role: 'user', content: 'Считай' }] });
  const types: string[] = [];
  for await (const event of stream) types.push(event.type);
  expect(types).toEqual(['turn-start', 'text-start', 'text-delta', 'text-delta', 'text-end', 'turn-end']);
  expect(await stream.result()).toMatchObject({ text: 'Раз, два, три.', finishReason: 'stop' });
});

test('v2 gives the same events as v1, from other bytes', async () => {
  const { context, calls } = createTestContext(v2Dialect, { chunks: [v2PlainText] });
  const stream = await new Chat(context).stream({ messages: [{ role: 'user', content: 'Считай' }] });
  const types: string[] = [];
  for await (const event of stream) types.push(event.type);
  expect(types).toEqual(['turn-start', 'text-start', 'text-delta', 'text-delta', 'text-end', 'turn-end']);
  expect(await stream.result()).toMatchObject({
    text: '1, 2, 3.',
    finishReason: 'stop',
    usage: { totalTokens: 27 },
  });
  expect(calls).toEqual([
    { model: 'GigaChat-2', messages: [{ role: 'user', content: [{ text: 'Считай' }] }], stream: true },
  ]);
});

const v2Answer = {
  model: 'GigaChat-3-Ultra:1',
  created_at: 1780321868,
  messages: [{ role: 'assistant', content: [{ text: '80 рублей.' }] }],
  finish_reason: 'stop',
};

describe('tool results of v2, which hosts want in one of two forms', () => {
  const request: TurnRequest = {
    messages: [
      { role: 'user', content: 'Курс?' },
      { role: 'assistant', content: [{ type: 'tool-call', id: 'c1', name: 'get_rate', input: {} }] },
      { role: 'tool', content: [{ type: 'tool-result', toolCallId: 'c1', output: { rate: 80 } }] },
    ],
  };
  const refusal = new InvalidRequestError('400', { status: 400 });
  const forms = (calls: readonly unknown[]) =>
    calls.map((call) => {
      const { messages } = call as {
        messages: { role: string; content: [{ function_result: { result: unknown } }] }[];
      };
      return [messages[2]?.role, typeof messages[2]?.content[0].function_result.result];
    });

  test('a refusal of the first form brings the second, and the client keeps to what was accepted', async () => {
    const { context, calls } = createTestContext(v2Dialect, { error: refusal }, { json: v2Answer });
    const chat = new Chat(context);
    expect((await chat.generate(request)).text).toBe('80 рублей.');
    await chat.generate(request);
    expect(forms(calls)).toEqual([
      ['tool', 'object'],
      ['function', 'string'],
      ['function', 'string'],
    ]);
  });

  test('when the second form is refused as well, the form was not to blame: the first refusal is reported', async () => {
    const second = new InvalidRequestError('another', { status: 400 });
    const { context, calls } = createTestContext(
      v2Dialect,
      { error: refusal },
      { error: second },
      { json: v2Answer },
    );
    const chat = new Chat(context);
    await expect(chat.generate(request)).rejects.toBe(refusal);
    await chat.generate(request);
    expect(forms(calls).at(-1)).toEqual(['tool', 'object']);
  });

  test('a form that was set is kept to', async () => {
    const { context, calls } = createTestContext(v2Dialect, { error: refusal });
    const chat = new Chat({ ...context, defaults: { ...context.defaults, toolResultRole: 'tool' } });
    await expect(chat.generate(request)).rejects.toBe(refusal);
    expect(calls).toHaveLength(1);
  });

  test.each<[string, Error, TurnRequest]>([
    ['another error', new RateLimitError('429', { status: 429 }), request],
    ['a history without results', refusal, { messages: [{ role: 'user', content: 'x' }] }],
  ])('%s is no reason to try again', async (_name, error, asked) => {
    const { context, calls } = createTestContext(v2Dialect, { error });
    await expect(new Chat(context).stream(asked)).rejects.toBe(error);
    expect(calls).toHaveLength(1);
  });
});

test('a file that the server has lost is uploaded afresh, once', async () => {
  const lost = new NotFoundError('No such file', { status: 404 });
  const { context, calls } = createTestContext(v1Dialect, { error: lost });
  let uploads = 0;
  const chat = new Chat({
    ...context,
    resolveAttachments: async (request) => {
      uploads += 1;
      return { request, warnings: [{ type: 'unsupported', field: 'messages[0]', message: 'w' }] };
    },
    invalidateAttachments: () => true,
  });
  await expect(chat.generate({ messages: [{ role: 'user', content: 'x' }] })).rejects.toBe(lost);
  expect([uploads, calls.length]).toEqual([2, 2]);
});

test('warnings of attachments and of the generation both reach the result', async () => {
  const { context } = createTestContext(v2Dialect, { json: v2Answer });
  const chat = new Chat({
    ...context,
    resolveAttachments: async (request) => ({
      request,
      warnings: [{ type: 'unsupported', field: 'messages[0]', message: 'w' }],
    }),
  });
  const turn = await chat.generate({ messages: [{ role: 'user', content: 'x' }], toolChoice: 'required' });
  expect(turn.warnings.map(({ field }) => field)).toEqual(['messages[0]', 'toolChoice']);
});

test('a stop text cuts a whole answer too', async () => {
  const { context } = createTestContext(v2Dialect, { json: v2Answer });
  const turn = await new Chat(context).generate({
    messages: [{ role: 'user', content: 'x' }],
    stop: [' руб'],
  });
  expect(turn).toMatchObject({ text: '80', finishReason: 'stop' });
});

test('raw messages come before what was made of them, for those who ask', async () => {
  const { context } = createTestContext(v2Dialect, { chunks: [v2PlainText] });
  const stream = await new Chat(context).stream(
    { messages: [{ role: 'user', content: 'x' }] },
    { includeRaw: true },
  );
  const types: string[] = [];
  for await (const event of stream) types.push(event.type);
  expect(types.slice(0, 4)).toEqual(['raw', 'turn-start', 'text-start', 'text-delta']);
});

test('an error object in place of a whole answer is the error it would have been', async () => {
  const { context } = createTestContext(v1Dialect, { json: { status: 429, message: 'Too many requests' } });
  await expect(
    new Chat(context).generate({ messages: [{ role: 'user', content: 'x' }] }),
  ).rejects.toMatchObject({
    kind: 'rate-limit',
    status: 429,
    requestId: 'request-1',
    isRetryable: true,
  });
});
