import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
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
