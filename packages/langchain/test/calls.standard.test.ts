import { InMemoryCache } from '@langchain/core/caches';
import { InMemoryChatMessageHistory } from '@langchain/core/chat_history';
import { load } from '@langchain/core/load';
import { AIMessage, AIMessageChunk, HumanMessage } from '@langchain/core/messages';
import { ChatPromptTemplate, FewShotChatMessagePromptTemplate } from '@langchain/core/prompts';
import { RunnableWithMessageHistory } from '@langchain/core/runnables';
import { DynamicStructuredTool, tool } from '@langchain/core/tools';
import { RunCollectorCallbackHandler } from '@langchain/core/tracers/run_collector';
import type { InteropZodObject } from '@langchain/core/utils/types';
import { concat } from '@langchain/core/utils/stream';
import { type } from 'arktype';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { z as z3 } from 'zod3';
import { ChatGigaChat, ChatGigaChatError } from '../src/index.ts';
import { emulated, roles } from './emulated.ts';

// The calls that need nothing beyond @langchain/core, numbered as the coverage page does; they also run on the
// oldest core of the peer range.

const says = (text: string | readonly string[]) => ({ type: 'answer', text }) as const;

test('21: RunnableWithMessageHistory sends the turns before', async () => {
  const { model, bodies } = emulated();
  const history = new InMemoryChatMessageHistory();
  const prompt = ChatPromptTemplate.fromMessages([
    ['placeholder', '{history}'],
    ['human', '{input}'],
  ]);
  const chain = new RunnableWithMessageHistory({
    runnable: prompt.pipe(model),
    getMessageHistory: () => history,
    inputMessagesKey: 'input',
    historyMessagesKey: 'history',
  });
  const config = { configurable: { sessionId: '1' } };
  await chain.invoke({ input: 'Привет' }, config);
  await chain.invoke({ input: 'Как дела?' }, config);
  expect(roles(bodies()[1])).toEqual(['user', 'assistant', 'user']);
});

test('22: withFallbacks turns to the second model', async () => {
  const { model, emulator, bodies, settings } = emulated({ maxRetries: 0 });
  emulator.enqueue({ type: 'error', status: 500, message: 'down' });
  const second = new ChatGigaChat('GigaChat-2-Max', settings);
  await model.withFallbacks([second]).invoke('Привет');
  expect(bodies().map((body) => body.model)).toEqual(['GigaChat-2', 'GigaChat-2-Max']);
});

test('22: withRetry asks again, by itself', async () => {
  const { model, emulator, requests } = emulated({ maxRetries: 0 });
  emulator.enqueue({ type: 'error', status: 500, message: 'down' }, says('да'));
  const answer = await model.withRetry({ stopAfterAttempt: 2 }).invoke('Привет');
  expect(answer.text).toBe('да');
  expect(requests()).toHaveLength(2);
});

test('22: batch keeps to maxConcurrency and withConfig to its tags', async () => {
  const { model } = emulated({ maxConcurrency: 10 });
  const tags: unknown[] = [];
  const handler = { handleChatModelStart: (...run: unknown[]) => void tags.push(run[5]) };
  const tagged = model.withConfig({ tags: ['tagged'], callbacks: [handler] });
  const answers = await tagged.batch(['раз', 'два', 'три'], { maxConcurrency: 2 });
  expect(answers).toHaveLength(3);
  expect(tags).toEqual([['tagged'], ['tagged'], ['tagged']]);
});

test('23: a cached answer costs nothing, and tools make it another question', async () => {
  const { model, requests } = emulated({ cache: new InMemoryCache() });
  await model.invoke('Привет');
  const again = await model.invoke('Привет');
  expect(again.usage_metadata).toEqual({ input_tokens: 0, output_tokens: 0, total_tokens: 0 });
  expect(requests()).toHaveLength(1);
  await model.bindTools([{ name: 'now', schema: z.object({}) }]).invoke('Привет');
  expect(requests()).toHaveLength(2);
});

test('24: different tools under one cache are different questions', async () => {
  const { model, emulator } = emulated({ cache: new InMemoryCache() });
  emulator.enqueue(says('первый'), says('второй'));
  const make = (name: string) => tool(() => '', { name, description: name, schema: z.object({}) });
  const first = await model.bindTools([make('a')]).invoke('Привет');
  const second = await model.bindTools([make('b')]).invoke('Привет');
  expect([first.text, second.text]).toEqual(['первый', 'второй']);
  const third = await model.invoke('Привет', { tools: [make('a')] });
  expect(third.text).toBe('первый');
});

test('25: a run names provider, model, versions and parameters, and no secrets', async () => {
  const { model, settings } = emulated({ temperature: 0.5, maxTokens: 7 });
  const collector = new RunCollectorCallbackHandler();
  await model.invoke('Привет', { callbacks: [collector] });
  const [run] = collector.tracedRuns;
  expect(run?.extra).toMatchObject({
    metadata: { ls_provider: 'gigachat', ls_model_name: 'GigaChat-2', ls_temperature: 0.5, ls_max_tokens: 7 },
    invocation_params: { model: 'GigaChat-2', temperature: 0.5, maxTokens: 7 },
  });
  expect(run?.extra?.['metadata']?.['versions']).toHaveProperty(['@gigakit/langchain']);
  expect(JSON.stringify([run?.extra, run?.serialized])).not.toContain(settings.credentials);
});

test('26: JSON keeps secrets out, and load revives the model', async () => {
  const { emulator } = emulated();
  const model = new ChatGigaChat({
    credentials: emulator.credentials,
    accessToken: 'sentinel-token',
    fetch: emulator.fetch,
    temperature: 0.5,
    headers: { 'x-key': 'sentinel-header' },
  });
  const json = JSON.stringify(model);
  expect(json).not.toContain(emulator.credentials);
  expect(json).not.toContain('sentinel');
  expect(JSON.parse(json)).toMatchObject({
    lc: 1,
    type: 'constructor',
    id: ['langchain', 'chat_models', 'gigachat', 'ChatGigaChat'],
    kwargs: {
      temperature: 0.5,
      credentials: { lc: 1, type: 'secret', id: ['GIGACHAT_CREDENTIALS'] },
      access_token: { lc: 1, type: 'secret', id: ['GIGACHAT_ACCESS_TOKEN'] },
    },
  });
  const revived = await load<ChatGigaChat>(json, {
    secretsMap: { GIGACHAT_CREDENTIALS: emulator.credentials, GIGACHAT_ACCESS_TOKEN: 'sentinel-token' },
    optionalImportsMap: { 'langchain/chat_models/gigachat': { ChatGigaChat } },
  });
  expect(revived).toBeInstanceOf(ChatGigaChat);
  expect(revived.getLsParams({})).toEqual(model.getLsParams({}));
});

test('27: the timeout of a call is a TimeoutError', async () => {
  const { model, emulator } = emulated();
  emulator.enqueue({ ...says('поздно'), faults: [{ type: 'hang' }] });
  await expect(model.invoke('Привет', { timeout: 1 })).rejects.toMatchObject({ name: 'TimeoutError' });
});

const now = { name: 'now', description: 'The time', schema: z.object({}) };

test('29: streamEvents gives text, calls, usage and the whole message', async () => {
  const { model, emulator } = emulated();
  emulator.enqueue({
    type: 'answer',
    text: ['Сейчас ', 'узнаю.'],
    calls: [{ name: 'now', arguments: {} }],
    usage: { promptTokens: 10, completionTokens: 3, cachedTokens: 4 },
  });
  const stream = model.streamEvents([new HumanMessage('Который час?')], { tools: [now] });
  const pieces: string[] = [];
  for await (const piece of stream.text) pieces.push(piece);
  expect(pieces).toEqual(['Сейчас ', 'узнаю.']);
  expect(await stream.toolCalls).toMatchObject([{ name: 'now', args: {} }]);
  expect(await stream.usage).toMatchObject({ input_tokens: 14, output_tokens: 3 });
  const message = await stream.output;
  expect(message.tool_calls).toMatchObject([{ name: 'now', args: {} }]);
  expect(message.response_metadata).toMatchObject({
    model_provider: 'gigachat',
    model: expect.stringMatching(/^GigaChat-2:/),
    finish_reason: 'tool_use',
    native_finish_reason: 'function_call',
  });
});

test('29: streamEvents gives reasoning apart from the text', async () => {
  const { model, emulator } = emulated();
  emulator.enqueue({ type: 'answer', reasoning: ['Думаю', '…'], text: 'Пять.' });
  const stream = model.streamEvents([new HumanMessage('2 + 3')]);
  expect(await stream.reasoning).toBe('Думаю…');
  expect(await stream.text).toBe('Пять.');
});

async function join(stream: AsyncIterable<AIMessageChunk>): Promise<AIMessageChunk> {
  let whole: AIMessageChunk | undefined;
  for await (const chunk of stream) whole = whole === undefined ? chunk : concat(whole, chunk);
  return whole ?? new AIMessageChunk('');
}

test('30: outputVersion v1 gives one block of each kind, whole and streamed, and goes back as history', async () => {
  const { model, emulator, bodies } = emulated({ outputVersion: 'v1' });
  const reply = {
    type: 'answer',
    reasoning: ['Ду', 'маю'],
    text: ['Сейчас ', 'узнаю.'],
    calls: [{ name: 'now', arguments: {} }],
  } as const;
  emulator.enqueue(reply, reply, says('Полдень.'));
  const whole = await model.invoke('Который час?', { tools: [now] });
  const joined = await join(await model.stream('Который час?', { tools: [now] }));
  const blocks = [
    { type: 'reasoning', reasoning: 'Думаю' },
    { type: 'text', text: 'Сейчас узнаю.' },
    { type: 'tool_call', name: 'now', args: {} },
  ];
  expect(whole.content).toMatchObject(blocks);
  expect(joined.content).toMatchObject(blocks);
  expect(joined.content).toHaveLength(3);
  await model.invoke([new HumanMessage('Который час?'), whole, new HumanMessage('Ну?')], { tools: [now] });
  expect(bodies()[2]?.messages[1]?.content).toContain('Сейчас узнаю.');
});

const city = { type: 'object', properties: { city: { type: 'string' } }, required: ['city'] };

test.each<[string, unknown]>([
  ['plain JSON Schema', city],
  ['Zod 3', z3.object({ city: z3.string() })],
  ['Zod 4', z.object({ city: z.string() })],
])('31: a LangChain tool with %s says the same on the wire', async (_name, schema) => {
  const { model, bodies } = emulated();
  const weather = new DynamicStructuredTool({
    name: 'weather',
    description: 'Погода',
    schema: schema as InteropZodObject,
    func: async () => '',
  });
  await model.bindTools([weather]).invoke('Привет');
  expect(bodies()[0]?.functions).toMatchObject([
    { name: 'weather', description: 'Погода', parameters: city },
  ]);
});

test('31: so does Standard Schema', async () => {
  const { model, bodies } = emulated();
  await model.bindTools([{ name: 'weather', schema: type({ city: 'string' }) }]).invoke('Привет');
  expect(bodies()[0]?.functions).toMatchObject([{ name: 'weather', parameters: city }]);
});

test('32: few-shot examples become alternating roles', async () => {
  const { model, bodies } = emulated();
  const examplePrompt = ChatPromptTemplate.fromMessages([
    ['human', '{input}'],
    ['ai', '{output}'],
  ]);
  const examples = [
    { input: '2 + 2', output: '4' },
    { input: '2 + 3', output: '5' },
  ];
  const fewShot = new FewShotChatMessagePromptTemplate({ examplePrompt, examples, inputVariables: [] });
  const messages = await fewShot.formatMessages({});
  await model.invoke([...messages, new HumanMessage('2 + 4')]);
  expect(roles(bodies()[0])).toEqual(['user', 'assistant', 'user', 'assistant', 'user']);
});

test('33: disableStreaming makes a stream of one', async () => {
  const { model, emulator, bodies } = emulated({ disableStreaming: true });
  emulator.enqueue(says(['раз', 'два']));
  const chunks: unknown[] = [];
  for await (const chunk of await model.stream('Считай')) chunks.push(chunk);
  expect(chunks).toHaveLength(1);
  expect(bodies()[0]?.stream).not.toBe(true);
});

test('34: leaving a stream early closes the request', async () => {
  const { model, emulator, requests } = emulated();
  emulator.enqueue({ ...says(['раз', 'два', 'три']), faults: [{ type: 'hang', afterBytes: 300 }] });
  for await (const chunk of await model.stream('Считай')) {
    expect(chunk.text).toBe('раз');
    break;
  }
  await expect.poll(() => emulator.inFlight).toBe(0);
  expect(requests()[0]?.isAborted).toBe(true);
});

test('34: aborting a stream midway rejects with an AbortError and closes the request', async () => {
  const { model, emulator, requests } = emulated();
  emulator.enqueue({ ...says(['раз', 'два', 'три']), faults: [{ type: 'hang', afterBytes: 300 }] });
  const controller = new AbortController();
  const read = async (): Promise<void> => {
    for await (const _ of await model.stream('Считай', { signal: controller.signal })) controller.abort();
  };
  await expect(read()).rejects.toMatchObject({ name: 'AbortError' });
  await expect.poll(() => emulator.inFlight).toBe(0);
  expect(requests()[0]?.isAborted).toBe(true);
});

test('35: an abort under a streaming handler keeps what had arrived', async () => {
  const { model, emulator } = emulated();
  emulator.enqueue({ ...says(['раз', 'два', 'три']), faults: [{ type: 'hang', afterBytes: 300 }] });
  const controller = new AbortController();
  const handler = {
    name: 'streaming',
    lc_prefer_streaming: true,
    handleLLMNewToken: () => controller.abort(),
  };
  const call = model.invoke('Считай', { signal: controller.signal, callbacks: [handler] });
  await expect(call).rejects.toMatchObject({ name: 'ModelAbortError', partialOutput: { content: 'раз' } });
});

test('36: a failed stream tells handleLLMError once, with our error', async () => {
  const { model, emulator } = emulated({ maxRetries: 0 });
  emulator.enqueue({ type: 'error', status: 500, message: 'down' });
  const errors: unknown[] = [];
  const callbacks = [{ handleLLMError: (error: unknown) => void errors.push(error) }];
  await expect(model.stream('Считай', { callbacks }).then(join)).rejects.toBeInstanceOf(ChatGigaChatError);
  expect(errors).toHaveLength(1);
  expect(ChatGigaChatError.isInstance(errors[0])).toBe(true);
});

test('the three ways of one invoke agree: whole, streamed inside, and by block events', async () => {
  const { model, emulator } = emulated();
  const reply = {
    type: 'answer',
    reasoning: 'Думаю',
    text: ['Сейчас ', 'узнаю.'],
    calls: [{ name: 'now', arguments: { zone: 'МСК' }, stateId: 'state-1' }],
    usage: { promptTokens: 10, completionTokens: 3, cachedTokens: 4 },
  } as const;
  emulator.enqueue(reply, reply, reply);
  const options = { tools: [now], requestId: 'request-1' };
  const whole = await model.invoke('Который час?', options);
  const streaming = { name: 's', lc_prefer_streaming: true, handleLLMEnd: () => undefined };
  const streamed = await model.invoke('Который час?', { ...options, callbacks: [streaming] });
  const eventful = { name: 'e', lc_prefer_chat_model_stream_events: true, handleLLMEnd: () => undefined };
  const byEvents = await model.invoke('Который час?', { ...options, callbacks: [eventful] });
  for (const other of [streamed, byEvents]) {
    expect(other).toBeInstanceOf(AIMessage);
    expect(other.text).toBe(whole.text);
    expect(other.id).toBe(whole.id);
    expect(other.tool_calls).toEqual(whole.tool_calls?.map((call) => ({ ...call, id: expect.any(String) })));
    expect(other.usage_metadata).toMatchObject(whole.usage_metadata ?? {});
    expect(other.contentBlocks).toMatchObject(whole.contentBlocks.map(({ type: kind }) => ({ type: kind })));
    for (const key of ['model', 'model_name', 'model_provider', 'request_id', 'native_finish_reason']) {
      expect(other.response_metadata).toHaveProperty(key, whole.response_metadata[key]);
    }
  }
});
