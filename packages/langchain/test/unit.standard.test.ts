import { tool } from '@langchain/core/tools';
import type { InteropZodObject } from '@langchain/core/utils/types';
import { expect, test } from 'vitest';
import { z as z3 } from 'zod3';
import { ChatGigaChat } from '../src/index.ts';
import { emulated } from './emulated.ts';

// The unit cases of LangChain's standard suite, under their own names: the suite itself is not published.

/** What every case is constructed with there, beside the model's own fields. */
const common = { temperature: 0, maxTokens: 100, timeout: 60, stopSequences: [], maxRetries: 2 };

const zod3Object = z3.object({ a: z3.number(), b: z3.number() }) as unknown as InteropZodObject;

test('testChatModelInit: constructs', () => {
  expect(new ChatGigaChat(common)).toBeInstanceOf(ChatGigaChat);
});

test('testChatModelInitApiKey: constructs with an apiKey', () => {
  expect(new ChatGigaChat({ ...common, apiKey: 'test' })).toBeInstanceOf(ChatGigaChat);
});

test('testChatModelInitStreaming: constructs with streaming', () => {
  expect(new ChatGigaChat({ ...common, streaming: true }).streaming).toBe(true);
});

test('testChatModelWithBindTools: binds a LangChain tool with a Zod 3 schema', () => {
  const add = tool(() => '', { name: 'add', description: 'Adds', schema: zod3Object });
  expect(new ChatGigaChat(common).bindTools([add])).toBeDefined();
});

test('testChatModelWithStructuredOutput: takes a Zod 3 object', () => {
  expect(new ChatGigaChat(common).withStructuredOutput(zod3Object)).toBeDefined();
});

test('testStandardParams: names its provider, model and sampling under the standard keys and no others', () => {
  const params = new ChatGigaChat(common).getLsParams({});
  expect(Object.keys(params).toSorted()).toEqual([
    'ls_max_tokens',
    'ls_model_name',
    'ls_model_type',
    'ls_provider',
    'ls_stop',
    'ls_temperature',
  ]);
  expect(params).toMatchObject({
    ls_provider: 'gigachat',
    ls_model_name: 'GigaChat-2',
    ls_model_type: 'chat',
    ls_temperature: 0,
    ls_max_tokens: 100,
  });
});

test('testInvokeThrowsWithAbortedSignal: rejects and asks nobody', async () => {
  const { model, emulator } = emulated();
  await expect(model.invoke('Привет', { signal: AbortSignal.abort() })).rejects.toThrow(/abort/i);
  expect(emulator.journal).toEqual([]);
});

test('testStreamReturnsEarlyWithAbortedSignal: yields nothing and asks nobody', async () => {
  const { model, emulator } = emulated();
  const read = async (): Promise<number> => {
    let chunks = 0;
    for await (const _ of await model.stream('Привет', { signal: AbortSignal.abort() })) chunks += 1;
    return chunks;
  };
  await expect(read()).rejects.toThrow(/abort/i);
  expect(emulator.journal).toEqual([]);
});
