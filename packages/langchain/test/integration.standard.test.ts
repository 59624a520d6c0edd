import { InMemoryCache } from '@langchain/core/caches';
import {
  AIMessage,
  AIMessageChunk,
  HumanMessage,
  SystemMessage,
  ToolMessage,
  type BaseMessage,
} from '@langchain/core/messages';
import { ChatPromptTemplate } from '@langchain/core/prompts';
import { RunnableLambda } from '@langchain/core/runnables';
import { tool } from '@langchain/core/tools';
import { toJsonSchema } from '@langchain/core/utils/json_schema';
import { concat } from '@langchain/core/utils/stream';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { emulated, roles } from './emulated.ts';

// The integration cases of LangChain's standard suite, under their own names, against the emulator.

const adderSchema = z.object({ a: z.number().describe('The first'), b: z.number().describe('The second') });
const adder = tool(({ a, b }) => String(a + b), {
  name: 'math_addition',
  description: 'Adds two numbers',
  schema: adderSchema,
});
const callsAdder = { type: 'answer', calls: [{ name: 'math_addition', arguments: { a: 1, b: 2 } }] } as const;
const says = (text: string) => ({ type: 'answer', text }) as const;

async function join(stream: AsyncIterable<AIMessageChunk>): Promise<AIMessageChunk> {
  let whole: AIMessageChunk | undefined;
  for await (const chunk of stream) whole = whole === undefined ? chunk : concat(whole, chunk);
  if (whole === undefined) throw new Error('an empty stream');
  return whole;
}

test('testInvoke: answers with an AIMessage that has text', async () => {
  const answer = await emulated().model.invoke('Hello');
  expect(answer).toBeInstanceOf(AIMessage);
  expect(answer.text).not.toBe('');
});

test('testStream: every chunk is an AIMessageChunk', async () => {
  const { model, emulator } = emulated();
  emulator.enqueue({ type: 'answer', text: ['При', 'вет', '!'] });
  const chunks: AIMessageChunk[] = [];
  for await (const chunk of await model.stream('Hello')) chunks.push(chunk);
  expect(chunks.every((chunk) => chunk instanceof AIMessageChunk)).toBe(true);
  expect(chunks.map((chunk) => chunk.text).join('')).toBe('Привет!');
  expect(chunks.length).toBeGreaterThanOrEqual(3);
});

test('testBatch: answers each', async () => {
  const answers = await emulated().model.batch(['Hello', 'Hey']);
  expect(answers).toHaveLength(2);
  expect(answers.every((answer) => answer.text !== '')).toBe(true);
});

test('testConversation: goes on from what was said', async () => {
  const { model, bodies } = emulated();
  const answer = await model.invoke([
    new HumanMessage('hello'),
    new AIMessage('hello'),
    new HumanMessage('how are you'),
  ]);
  expect(answer.text).not.toBe('');
  expect(roles(bodies()[0])).toEqual(['user', 'assistant', 'user']);
});

test('testUsageMetadata: counts tokens and names the model', async () => {
  const { model, emulator } = emulated();
  emulator.enqueue({
    type: 'answer',
    text: 'да',
    usage: { promptTokens: 10, completionTokens: 3, cachedTokens: 4 },
  });
  const answer = await model.invoke('Hello');
  expect(answer.usage_metadata).toEqual({
    input_tokens: 14,
    output_tokens: 3,
    total_tokens: 17,
    input_token_details: { cache_read: 4 },
  });
  expect(answer.response_metadata['model']).toMatch(/^GigaChat-2:/);
});

test('testUsageMetadataStreaming: counts once, on the last chunk, cached tokens too', async () => {
  const { model, emulator } = emulated();
  const usage = { promptTokens: 10, completionTokens: 3, cachedTokens: 4 };
  emulator.enqueue({ type: 'answer', text: ['да', ', ', 'нет'], usage });
  const whole = await join(await model.stream('Hello'));
  expect(whole.usage_metadata).toMatchObject({
    input_tokens: 14,
    output_tokens: 3,
    total_tokens: 17,
    input_token_details: { cache_read: 4 },
  });
  expect(whole.response_metadata['model']).toMatch(/^GigaChat-2:[\d.]+$/);
  expect(whole.response_metadata['finish_reason']).toBe('stop');
});

const history = (content: AIMessage['content']): BaseMessage[] => [
  new HumanMessage('What is 1 + 2'),
  new AIMessage({
    content,
    tool_calls: [{ name: 'math_addition', args: { a: 1, b: 2 }, id: 'abc123' }],
  }),
  new ToolMessage({ content: '{"result": 3}', name: 'math_addition', tool_call_id: 'abc123' }),
];

test('testToolMessageHistoriesStringContent: takes a tool round whose content is text', async () => {
  const { model, bodies } = emulated();
  const answer = await model.bindTools([adder]).invoke(history(''));
  expect(answer).toBeInstanceOf(AIMessage);
  expect(roles(bodies()[0])).toEqual(['user', 'assistant', 'function']);
  expect(bodies()[0]?.messages[2]).toMatchObject({ name: 'math_addition', content: '{"result":3}' });
});

test('testToolMessageHistoriesListContent: takes a tool round whose content is blocks of another provider', async () => {
  const { model, bodies } = emulated();
  const blocks = [
    { type: 'text', text: 'Let me add.' },
    { type: 'tool_use', id: 'abc123', name: 'math_addition', input: { a: 1, b: 2 } },
  ];
  const answer = await model.bindTools([adder]).invoke(history(blocks));
  expect(answer).toBeInstanceOf(AIMessage);
  expect(bodies()[0]?.messages[1]).toMatchObject({
    content: 'Let me add.',
    function_call: { name: 'math_addition', arguments: { a: 1, b: 2 } },
  });
});

test('testStructuredFewShotExamples: takes a tool round as an example in the history', async () => {
  const { model, bodies } = emulated();
  const answer = await model
    .bindTools([adder])
    .invoke([...history(''), new AIMessage('3'), new HumanMessage('What is 3 + 4')]);
  expect(answer).toBeInstanceOf(AIMessage);
  expect(roles(bodies()[0])).toEqual(['user', 'assistant', 'function', 'assistant', 'user']);
});

test('testWithStructuredOutput: gives the object, and traces its shape', async () => {
  const { model, emulator } = emulated();
  emulator.enqueue(callsAdder);
  const structured = model.withStructuredOutput(adderSchema, {
    name: 'math_addition',
    method: 'functionCalling',
  });
  const seen: unknown[] = [];
  const parsed = await structured.invoke('What is 1 + 2', {
    callbacks: [{ handleChatModelStart: (...run: unknown[]) => void seen.push(run[4]) }],
  });
  expect(parsed).toEqual({ a: 1, b: 2 });
  expect(seen).toMatchObject([
    {
      options: {
        ls_structured_output_format: {
          kwargs: { method: 'functionCalling' },
          schema: toJsonSchema(adderSchema),
        },
      },
    },
  ]);
});

test('testWithStructuredOutputIncludeRaw: gives the object and the message', async () => {
  const { model, emulator } = emulated();
  emulator.enqueue(callsAdder);
  const structured = model.withStructuredOutput(adderSchema, {
    name: 'math_addition',
    method: 'functionCalling',
    includeRaw: true,
  });
  const { raw, parsed } = await structured.invoke('What is 1 + 2');
  expect(raw).toBeInstanceOf(AIMessage);
  expect(parsed).toEqual({ a: 1, b: 2 });
});

test('testBindToolsWithOpenAIFormattedTools: calls a tool given in that form', async () => {
  const { model, emulator } = emulated();
  emulator.enqueue(callsAdder);
  const openAiTool = {
    type: 'function',
    function: { name: 'math_addition', description: 'Adds', parameters: toJsonSchema(adderSchema) },
  };
  const answer = await model.bindTools([openAiTool]).invoke('What is 1 + 2');
  expect(answer.tool_calls).toEqual([
    { type: 'tool_call', id: expect.any(String), name: 'math_addition', args: { a: 1, b: 2 } },
  ]);
});

test('testBindToolsWithRunnableToolLike: calls a runnable', async () => {
  const { model, emulator } = emulated();
  emulator.enqueue(callsAdder);
  const runnable = RunnableLambda.from(({ a, b }: { a: number; b: number }) => a + b).asTool({
    name: 'math_addition',
    description: 'Adds',
    schema: adderSchema,
  });
  const answer = await model.bindTools([runnable]).invoke('What is 1 + 2');
  expect(answer.tool_calls).toMatchObject([{ name: 'math_addition', args: { a: 1, b: 2 } }]);
});

test('testCacheComplexMessageTypes: the second answer comes from the cache and equals the first', async () => {
  const cache = new InMemoryCache();
  const { model, requests } = emulated({ cache });
  const messages = [
    new HumanMessage({ content: [{ type: 'text', text: 'Hello there!' }] }),
    new SystemMessage('You are a poet.'),
  ];
  const first = await model.invoke(messages);
  const second = await model.invoke(messages);
  expect(requests()).toHaveLength(1);
  expect(second.content).toEqual(first.content);
  const key = model._getSerializedCacheKeyParametersForCall({});
  const prompt = await ChatPromptTemplate.fromMessages(messages).invoke({});
  expect(await cache.lookup(prompt.toString(), key)).toMatchObject([{ text: first.text }]);
});

test('testStreamTokensWithToolCalls: a stream carries the call and the usage', async () => {
  const { model, emulator } = emulated();
  emulator.enqueue(callsAdder);
  const whole = await join(await model.bindTools([adder]).stream('What is 1 + 2'));
  expect(whole.tool_calls).toMatchObject([{ name: 'math_addition', args: { a: 1, b: 2 } }]);
  expect(whole.usage_metadata).toMatchObject({ total_tokens: expect.any(Number) });
});

test('testModelCanUseToolUseAIMessage: its own call goes back with the result', async () => {
  const { model, emulator, bodies } = emulated();
  emulator.enqueue(callsAdder, says('Три.'));
  const bound = model.bindTools([adder]);
  const messages: BaseMessage[] = [new HumanMessage('What is 1 + 2')];
  const asked = await bound.invoke(messages);
  const [call] = asked.tool_calls ?? [];
  messages.push(asked, new ToolMessage({ content: '3', tool_call_id: call?.id ?? '' }));
  const answer = await bound.invoke(messages);
  expect(answer.text).toBe('Три.');
  expect(bodies()[1]?.messages.at(-1)).toEqual({
    role: 'function',
    name: 'math_addition',
    content: '{"result":"3"}',
  });
});

test('testModelCanUseToolUseAIMessageWithStreaming: so does a streamed one', async () => {
  const { model, emulator } = emulated();
  emulator.enqueue(callsAdder, says('Три.'));
  const bound = model.bindTools([adder]);
  const messages: BaseMessage[] = [new HumanMessage('What is 1 + 2')];
  const asked = await join(await bound.stream(messages));
  const [call] = asked.tool_calls ?? [];
  messages.push(asked, new ToolMessage({ content: '3', tool_call_id: call?.id ?? '' }));
  const answer = await join(await bound.stream(messages));
  expect(answer.text).toBe('Три.');
});

test('testInvokeMoreComplexTools: takes a nested object with a record of anything', async () => {
  const { model, emulator } = emulated();
  const schema = z.object({
    decision: z.enum(['UseAPI', 'UseFallback']),
    explanation: z.string(),
    apiDetails: z.object({
      serviceName: z.string(),
      endpointName: z.string(),
      parameters: z.record(z.string(), z.unknown()),
      extractionPath: z.string(),
    }),
  });
  const details = { serviceName: 's', endpointName: 'e', parameters: { q: 1 }, extractionPath: '$' };
  const expected = { decision: 'UseAPI', explanation: 'so', apiDetails: details };
  emulator.enqueue({ type: 'answer', calls: [{ name: 'service', arguments: expected }] });
  const structured = model.withStructuredOutput(schema, { name: 'service', method: 'functionCalling' });
  expect(await structured.invoke('Which API?')).toEqual(expected);
});

test('testParallelToolCalling: API v1 makes one call a turn, and v2 several are all there', async () => {
  const { model, emulator } = emulated({ api: 'v2' });
  emulator.enqueue({ type: 'answer', calls: [...callsAdder.calls, { name: 'now', arguments: {} }] });
  const answer = await model
    .bindTools([adder, { name: 'now', description: 'The time', schema: z.object({}) }])
    .invoke('What is 1 + 2, and what time is it?');
  expect(answer.tool_calls).toMatchObject([
    { name: 'math_addition', args: { a: 1, b: 2 } },
    { name: 'now', args: {} },
  ]);
  expect(new Set(answer.tool_calls?.map(({ id }) => id)).size).toBe(2);
});

test('testModelCanAcceptStructuredToolParamsSchema: takes { name, description, schema }', async () => {
  const { model, emulator, bodies } = emulated();
  emulator.enqueue(callsAdder);
  const answer = await model
    .bindTools([{ name: 'math_addition', description: 'Adds', schema: adderSchema }])
    .invoke('What is 1 + 2');
  expect(answer.tool_calls).toHaveLength(1);
  expect(bodies()[0]?.functions?.[0]).toMatchObject({ name: 'math_addition', description: 'Adds' });
});

test('testStreamTools: a streamed call is whole', async () => {
  const { model, emulator } = emulated();
  emulator.enqueue(callsAdder);
  const whole = await join(await model.bindTools([adder], { tool_choice: 'math_addition' }).stream('1 + 2'));
  expect(whole.tool_calls).toEqual([
    { type: 'tool_call', id: expect.any(String), name: 'math_addition', args: { a: 1, b: 2 } },
  ]);
  expect(whole.tool_call_chunks).toMatchObject([{ name: 'math_addition', index: 0 }]);
});

const png =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

test('testStandardTextContentBlocks: takes v0 text', async () => {
  const { model, bodies } = emulated();
  await model.invoke([new HumanMessage({ content: [{ type: 'text', source_type: 'text', text: 'Hello' }] })]);
  expect(bodies()[0]?.messages[0]?.content).toBe('Hello');
});

test.each([
  ['base64', { source_type: 'base64', data: png }],
  ['data URL', { source_type: 'url', url: `data:image/png;base64,${png}` }],
])('testStandardImageContentBlocks: takes a v0 image by %s, uploading it', async (_name, source) => {
  const { model, bodies, emulator } = emulated({ model: 'GigaChat-2-Pro' });
  await model.invoke([
    new HumanMessage({
      content: [
        { type: 'text', text: 'What is it?' },
        { type: 'image', mime_type: 'image/png', ...source },
      ],
    }),
  ]);
  expect(emulator.journal.map(({ endpoint }) => endpoint)).toContain('files');
  expect(bodies()[0]?.messages[0]?.attachments).toHaveLength(1);
});

test('testStandardAudioContentBlocks: takes v0 audio by base64, uploading it', async () => {
  const { model, bodies } = emulated({ model: 'GigaChat-2-Pro' });
  const wav = Buffer.concat([Buffer.from('RIFF$\0\0\0WAVEfmt '), Buffer.alloc(32)]).toString('base64');
  await model.invoke([
    new HumanMessage({
      content: [{ type: 'audio', source_type: 'base64', mime_type: 'audio/wav', data: wav }],
    }),
  ]);
  expect(bodies()[0]?.messages[0]?.attachments).toHaveLength(1);
});

test('testStandardFileContentBlocks: takes a v0 file by base64, and by text', async () => {
  const { model, bodies } = emulated({ model: 'GigaChat-2-Pro' });
  await model.invoke([
    new HumanMessage({
      content: [
        { type: 'file', source_type: 'text', text: 'Устав', mime_type: 'text/plain' },
        {
          type: 'file',
          source_type: 'base64',
          mime_type: 'text/plain',
          data: Buffer.from('Устав').toString('base64'),
          metadata: { filename: 'charter.txt' },
        },
      ],
    }),
  ]);
  expect(bodies()[0]?.messages[0]).toMatchObject({ content: 'Устав', attachments: [expect.any(String)] });
});

// Four cases that upstream's own runner leaves out.

test('testStreamEvents: the callback-based stream names its start, chunks and end', async () => {
  const { model } = emulated();
  const names = new Set<string>();
  for await (const event of model.streamEvents('Hello', { version: 'v2' })) names.add(event.event);
  expect([...names]).toEqual(['on_chat_model_start', 'on_chat_model_stream', 'on_chat_model_end']);
});

test('testDoubleMessageConversation: takes two human messages and two answers in a row', async () => {
  const { model } = emulated();
  const answer = await model.invoke([
    new SystemMessage('Talk back.'),
    new HumanMessage('hello'),
    new HumanMessage('hello'),
    new AIMessage('hi'),
    new AIMessage('hi'),
    new HumanMessage('how are you'),
  ]);
  expect(answer.text).not.toBe('');
});

test('testStopSequence: an answer ends before the stop text, whole and streamed', async () => {
  const { model, emulator } = emulated();
  emulator.enqueue(says('раз два три'), { type: 'answer', text: ['раз д', 'ва три'] });
  expect((await model.invoke('Считай', { stop: ['два'] })).text).toBe('раз ');
  expect((await join(await model.stream('Считай', { stop: ['два'] }))).text).toBe('раз ');
});

test('testToolCalling: a tool round goes through, the id chosen by the caller', async () => {
  const { model, bodies } = emulated();
  await model.bindTools([adder]).invoke(history('Считаю.'));
  expect(bodies()[0]?.messages[2]).toMatchObject({ role: 'function', name: 'math_addition' });
});
