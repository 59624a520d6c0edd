import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { v1Dialect } from '../wire/v1/v1-dialect.ts';
import { createTestContext } from './__fixtures__/chat-context.ts';
import { WireChat } from './wire-chat.ts';

const read = (generation: string, name: string) =>
  new Uint8Array(readFileSync(new URL(`../wire/${generation}/__fixtures__/${name}`, import.meta.url)));
const messages = [{ role: 'user', content: 'x' }] as const;

test('a v1 body goes out as it is and the answer comes back as it is', async () => {
  const json = JSON.parse(new TextDecoder().decode(read('v1', 'function-call.json')));
  const { context, calls } = createTestContext(v1Dialect, { json });
  const { body, headers } = await new WireChat(context).generateV1({ model: 'm', messages, n: 1 });
  expect(body).toEqual(json);
  expect(headers['x-request-id']).toBe('request-1');
  expect(calls).toEqual([{ model: 'm', messages, n: 1 }]);
});

test('a v1 stream is its chunks, without [DONE]', async () => {
  const { context, calls } = createTestContext(v1Dialect, { chunks: [read('v1', 'plain-text.sse')] });
  const stream = await new WireChat(context).streamV1({ model: 'm', messages });
  const texts: (string | undefined)[] = [];
  for await (const chunk of stream) texts.push(chunk.choices[0]?.delta.content);
  expect(texts).toEqual(['Раз, два', ', три.', '']);
  expect(calls).toMatchObject([{ stream: true }]);
});

test('a v2 stream keeps the names of its events', async () => {
  const { context } = createTestContext(v1Dialect, { chunks: [read('v2', 'plain-text.sse')] });
  const stream = await new WireChat(context).streamV2({
    model: 'm',
    messages: [{ role: 'user', content: [{ text: 'x' }] }],
  });
  const names: (string | undefined)[] = [];
  for await (const { event } of stream) names.push(event);
  expect(names).toEqual(['response.message.delta', 'response.message.delta', 'response.message.done']);
});

test('a stream cut short is an error here too', async () => {
  const { context } = createTestContext(v1Dialect, {
    chunks: [read('v2', 'plain-text.sse').subarray(0, 300)],
  });
  const stream = await new WireChat(context).streamV2({ messages: [] });
  const drain = async () => {
    for await (const _ of stream);
  };
  await expect(drain()).rejects.toMatchObject({ kind: 'stream', reason: 'ended-early' });
});

test('leaving the loop cancels the request', async () => {
  const { context, seen } = createTestContext(v1Dialect, {
    chunks: Array.from({ length: 5 }, () => read('v1', 'plain-text.sse')),
  });
  for await (const _ of await new WireChat(context).streamV1({ model: 'm', messages })) break;
  expect(seen.isCancelled).toBe(true);
});

test('an error under status 200 is the error it would have been', async () => {
  const { context } = createTestContext(v1Dialect, { json: { status: 429, message: 'Too many requests' } });
  const wire = new WireChat(context);
  await expect(wire.generateV2({ messages: [] })).rejects.toMatchObject({ kind: 'rate-limit' });
  await expect(wire.streamV1({ messages: [] })).rejects.toMatchObject({ kind: 'rate-limit' });
});
