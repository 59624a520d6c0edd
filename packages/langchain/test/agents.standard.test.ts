import { HumanMessage, type AIMessageChunk, type BaseMessage } from '@langchain/core/messages';
import { tool } from '@langchain/core/tools';
import { Command, MemorySaver, MessagesAnnotation, StateGraph } from '@langchain/langgraph';
import { ToolNode, toolsCondition } from '@langchain/langgraph/prebuilt';
import {
  MultipleToolsBoundError,
  contextEditingMiddleware,
  ClearToolUsesEdit,
  createAgent,
  dynamicSystemPromptMiddleware,
  humanInTheLoopMiddleware,
  initChatModel,
  llmToolSelectorMiddleware,
  modelCallLimitMiddleware,
  modelFallbackMiddleware,
  modelRetryMiddleware,
  piiMiddleware,
  summarizationMiddleware,
  todoListMiddleware,
  toolCallLimitMiddleware,
  toolRetryMiddleware,
  toolStrategy,
  type AgentMiddleware,
} from 'langchain';
import { MODEL_PROVIDER_CONFIG } from 'langchain/chat_models/universal';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { ChatGigaChat } from '../src/index.ts';
import { emulated, roles } from './emulated.ts';

// The calls of LangChain's agents and graphs, numbered as a reader of the coverage page finds them.

const weather = tool(({ city }) => ({ city, temperature: 5 }), {
  name: 'get_weather',
  description: 'Погода в городе',
  schema: z.object({ city: z.string() }),
});
const asksWeather = {
  type: 'answer',
  calls: [{ name: 'get_weather', arguments: { city: 'Москва' } }],
} as const;
const says = (text: string) => ({ type: 'answer', text }) as const;
/** LangChain's own middleware types do not hold under `exactOptionalPropertyTypes`, which this repository has on. */
const made = (factory: (options: never) => unknown, options?: unknown): AgentMiddleware =>
  factory(options as never) as AgentMiddleware;

const question = { messages: [new HumanMessage('Какая погода в Москве?')] };
const kinds = (messages: readonly BaseMessage[]): string[] => messages.map((message) => message.getType());

test('1: createAgent with a tool and a system prompt makes two requests and keeps four messages', async () => {
  const { model, emulator, bodies } = emulated();
  emulator.enqueue(asksWeather, says('В Москве +5.'));
  const agent = createAgent({ model, tools: [weather], systemPrompt: 'Ты синоптик.' });
  const { messages } = await agent.invoke(question);
  expect(kinds(messages)).toEqual(['human', 'ai', 'tool', 'ai']);
  expect(bodies().map(roles)).toEqual([
    ['system', 'user'],
    ['system', 'user', 'assistant', 'function'],
  ]);
  expect(bodies()[1]?.messages.at(-1)).toMatchObject({
    name: 'get_weather',
    content: '{"city":"Москва","temperature":5}',
  });
});

const Verdict = z.object({ verdict: z.string(), score: z.number() });
const verdict = { verdict: 'хорошо', score: 5 };

test('2: toolStrategy without other tools forces the one function', async () => {
  const { model, emulator, bodies } = emulated();
  const responseFormat = toolStrategy(Verdict);
  emulator.when({ path: /chat/ }, ({ body }) => {
    const { functions } = body as { functions: { name: string }[] };
    return { type: 'answer', calls: [{ name: functions[0]?.name ?? '', arguments: verdict }] };
  });
  const { structuredResponse } = await createAgent({ model, tools: [], responseFormat }).invoke(question);
  expect(structuredResponse).toEqual(verdict);
  expect(bodies()[0]?.function_call).toEqual({ name: bodies()[0]?.functions?.[0]?.name });
});

test('3: with another tool "any" becomes "auto", the loop ends, and a warning says so', async () => {
  const { model, emulator, bodies } = emulated();
  emulator.when({ path: /chat/ }, ({ body }) => {
    const { functions, messages } = body as { functions: { name: string }[]; messages: { role: string }[] };
    if (messages.at(-1)?.role === 'user') return asksWeather;
    const extract = functions.find(({ name }) => name !== 'get_weather');
    return { type: 'answer', calls: [{ name: extract?.name ?? '', arguments: verdict }] };
  });
  const agent = createAgent({ model, tools: [weather], responseFormat: toolStrategy(Verdict) });
  const { structuredResponse, messages } = await agent.invoke(question);
  expect(structuredResponse).toEqual(verdict);
  expect(bodies()[0]?.function_call).toBe('auto');
  expect(messages[1]?.response_metadata['warnings']).toMatchObject([{ field: 'toolChoice' }]);
});

test('3: anyToolChoice "error" refuses that instead', async () => {
  const { model } = emulated({ anyToolChoice: 'error' });
  const agent = createAgent({ model, tools: [weather], responseFormat: toolStrategy(Verdict) });
  await expect(agent.invoke(question)).rejects.toThrow(/tool_choice "any" with several tools/);
});

test.each([
  [true, { response_format: { type: 'json_schema', strict: true } }],
  [false, { function_call: { name: expect.any(String) } }],
])('4: a bare schema follows profile.structuredOutput = %s', async (structuredOutput, asked) => {
  const { model, emulator, bodies } = emulated({ profile: { structuredOutput } });
  emulator.when({ path: /chat/ }, ({ body }) => {
    const { functions } = body as { functions?: { name: string }[] };
    if (functions === undefined) return says(JSON.stringify(verdict));
    return { type: 'answer', calls: [{ name: functions[0]?.name ?? '', arguments: verdict }] };
  });
  const agent = createAgent({ model, tools: [], responseFormat: Verdict });
  const { structuredResponse } = await agent.invoke(question);
  expect(structuredResponse).toEqual(verdict);
  expect(bodies()[0]).toMatchObject(asked);
});

test('5: streamMode "messages" gives call chunks, then the text in pieces', async () => {
  const { model, emulator } = emulated();
  emulator.enqueue(asksWeather, { type: 'answer', text: ['В Москве ', '+5.'] });
  const agent = createAgent({ model, tools: [weather] });
  const calls: (string | undefined)[] = [];
  const texts: string[] = [];
  for await (const [message] of await agent.stream(question, { streamMode: 'messages' })) {
    const chunk = message as AIMessageChunk;
    if (chunk.getType() !== 'ai') continue;
    for (const call of chunk.tool_call_chunks ?? []) calls.push(call.name);
    if (chunk.text !== '') texts.push(chunk.text);
  }
  expect(calls).toEqual(['get_weather']);
  expect(texts).toEqual(['В Москве ', '+5.']);
});

test('6: streamMode "updates" and "values" name the steps', async () => {
  const { model, emulator } = emulated();
  emulator.enqueue(asksWeather, says('+5'));
  const agent = createAgent({ model, tools: [weather] });
  const steps: string[] = [];
  for await (const [mode, update] of await agent.stream(question, { streamMode: ['updates', 'values'] })) {
    if (mode === 'updates') steps.push(...Object.keys(update));
  }
  expect(steps).toEqual(['model_request', 'tools', 'model_request']);
});

test('7: streamEvents v2 counts two model runs', async () => {
  const { model, emulator } = emulated();
  emulator.enqueue(asksWeather, says('+5'));
  const counts: Record<string, number> = {};
  const agent = createAgent({ model, tools: [weather] });
  for await (const { event } of agent.streamEvents(question, { version: 'v2' })) {
    counts[event] = (counts[event] ?? 0) + 1;
  }
  expect(counts['on_chat_model_start']).toBe(2);
  expect(counts['on_chat_model_end']).toBe(2);
  expect(counts['on_chat_model_stream']).toBeGreaterThanOrEqual(3);
});

test('8: streamEvents v3 gives text and calls message by message, though text came before the call', async () => {
  const { model, emulator } = emulated();
  emulator.enqueue({ ...asksWeather, text: 'Смотрю.' }, says('+5'));
  const agent = createAgent({ model, tools: [weather] });
  const run = await agent.streamEvents(question, { version: 'v3' });
  const seen: unknown[] = [];
  for await (const message of run.messages) {
    seen.push({ text: await message.text, calls: (await message.toolCalls).map(({ name }) => name) });
  }
  expect(seen).toEqual([
    { text: 'Смотрю.', calls: ['get_weather'] },
    { text: '+5', calls: [] },
  ]);
});

test('9: an aborted run rejects and asks nobody any more', async () => {
  const { model, emulator, requests } = emulated();
  const controller = new AbortController();
  const stop = tool(() => controller.abort(), { name: 'stop', description: 'Stops', schema: z.object({}) });
  emulator.enqueue({ type: 'answer', calls: [{ name: 'stop', arguments: {} }] });
  const agent = createAgent({ model, tools: [stop] });
  await expect(agent.invoke(question, { signal: controller.signal })).rejects.toThrow(/abort/i);
  expect(requests()).toHaveLength(1);
});

test('10: modelRetryMiddleware retries a 500 itself, once, whatever maxRetries the model has', async () => {
  const { model, emulator, requests } = emulated({ maxRetries: 5 });
  emulator.enqueue({ type: 'error', status: 500, message: 'Internal Server Error' }, says('да'));
  const retry = made(modelRetryMiddleware, { maxRetries: 2, initialDelayMs: 0 });
  const agent = createAgent({ model, tools: [], middleware: [retry] });
  await agent.invoke(question);
  expect(requests()).toHaveLength(2);
});

test('10: its attempts are not multiplied by those of the model', async () => {
  const { model, emulator, requests } = emulated({ maxRetries: 5 });
  emulator.when({ path: /chat/ }, { type: 'error', status: 500, message: 'Internal Server Error' });
  const retry = made(modelRetryMiddleware, { maxRetries: 2, initialDelayMs: 0, onFailure: 'error' });
  const agent = createAgent({ model, tools: [], middleware: [retry] });
  await expect(agent.invoke(question)).rejects.toMatchObject({ name: 'ServerError' });
  expect(requests()).toHaveLength(3);
});

test('11: modelRetryMiddleware leaves a 422 alone', async () => {
  const { model, emulator, requests } = emulated();
  emulator.when({ path: /chat/ }, { type: 'error', status: 422, message: 'Invalid params' });
  const retry = made(modelRetryMiddleware, { maxRetries: 2, initialDelayMs: 0, onFailure: 'error' });
  const agent = createAgent({ model, tools: [], middleware: [retry] });
  await expect(agent.invoke(question)).rejects.toThrow(/Invalid params/);
  expect(requests()).toHaveLength(1);
});

test('12: modelFallbackMiddleware asks the second model', async () => {
  const { model, emulator, bodies, settings } = emulated({ maxRetries: 0 });
  emulator.enqueue({ type: 'error', status: 500, message: 'down' });
  const second = new ChatGigaChat('GigaChat-2-Max', settings);
  const agent = createAgent({ model, tools: [], middleware: [modelFallbackMiddleware(second)] });
  await agent.invoke(question);
  expect(bodies().map((body) => body.model)).toEqual(['GigaChat-2', 'GigaChat-2-Max']);
});

test('13: summarizationMiddleware by fraction knows the size of the context', async () => {
  const { model, emulator, bodies } = emulated({ profile: { maxInputTokens: 60 } });
  emulator.when({ path: /chat/ }, says('коротко'));
  const summarize = made(summarizationMiddleware, {
    model,
    trigger: { fraction: 0.5 },
    keep: { messages: 1 },
  });
  const agent = createAgent({ model, tools: [], middleware: [summarize] });
  const long = Array.from({ length: 6 }, (_, index) => new HumanMessage(`${index} `.repeat(40)));
  await agent.invoke({ messages: long });
  expect(bodies()).toHaveLength(2);
});

test('14: contextEditingMiddleware counts by the model', async () => {
  const { model, emulator } = emulated();
  emulator.enqueue(asksWeather, says('+5'));
  const edit = contextEditingMiddleware({
    edits: [new ClearToolUsesEdit({ trigger: { tokens: 1 } })],
    tokenCountMethod: 'model',
  });
  const agent = createAgent({ model, tools: [weather], middleware: [edit] });
  const { messages } = await agent.invoke(question);
  expect(messages.at(-1)?.text).toBe('+5');
});

test('15: the usual middleware runs together, with one system message on the wire', async () => {
  const { model, emulator, bodies } = emulated();
  emulator.when({ path: /chat/ }, ({ body }) => {
    const { functions = [], response_format } = body as {
      functions?: { name: string }[];
      response_format?: unknown;
    };
    const selector = functions.find(({ name }) => !/todos|weather/.test(name));
    if (response_format !== undefined) return says('{"tools":["get_weather"]}');
    if (selector !== undefined)
      return { type: 'answer', calls: [{ name: selector.name, arguments: { tools: ['get_weather'] } }] };
    return says('+5');
  });
  const agent = createAgent({
    model,
    tools: [weather],
    systemPrompt: 'Ты синоптик.',
    middleware: [
      dynamicSystemPromptMiddleware(() => 'Отвечай кратко.'),
      made(todoListMiddleware),
      made(modelCallLimitMiddleware, { runLimit: 5 }),
      made(toolCallLimitMiddleware, { runLimit: 5 }),
      made(toolRetryMiddleware, { maxRetries: 1 }),
      made(piiMiddleware, 'email'),
      made(llmToolSelectorMiddleware, { model, maxTools: 1 }),
    ],
  });
  const { messages } = await agent.invoke(question);
  expect(messages.at(-1)?.text).toBe('+5');
  for (const body of bodies()) expect(roles(body).filter((role) => role === 'system')).toHaveLength(1);
});

test('16: humanInTheLoopMiddleware interrupts, and a decision resumes', async () => {
  const { model, emulator } = emulated();
  emulator.enqueue(asksWeather, says('+5'));
  const agent = createAgent({
    model,
    tools: [weather],
    checkpointer: new MemorySaver(),
    middleware: [made(humanInTheLoopMiddleware, { interruptOn: { get_weather: true } })],
  });
  const config = { configurable: { thread_id: '1' } };
  const paused = await agent.invoke(question, config);
  expect(paused).toHaveProperty('__interrupt__');
  const approval: unknown = new Command({ resume: { decisions: [{ type: 'approve' }] } });
  const resumed = await agent.invoke(approval as Parameters<typeof agent.invoke>[0], config);
  expect(resumed.messages.at(-1)?.text).toBe('+5');
});

test('17: StateGraph with ToolNode and toolsCondition walks the same path', async () => {
  const { model, emulator, bodies } = emulated();
  emulator.enqueue(asksWeather, says('+5'));
  const bound = model.bindTools([weather]);
  const graph = new StateGraph(MessagesAnnotation)
    .addNode('model', async ({ messages }) => ({ messages: [await bound.invoke(messages)] }))
    .addNode('tools', new ToolNode([weather]))
    .addEdge('__start__', 'model')
    .addConditionalEdges('model', toolsCondition)
    .addEdge('tools', 'model')
    .compile();
  const { messages } = await graph.invoke(question);
  expect(kinds(messages)).toEqual(['human', 'ai', 'tool', 'ai']);
  expect(roles(bodies()[1])).toEqual(['user', 'assistant', 'function']);
});

test('18: the second turn of a checkpointed thread sends the first', async () => {
  const { model, bodies } = emulated();
  const agent = createAgent({ model, tools: [], checkpointer: new MemorySaver() });
  const config = { configurable: { thread_id: '1' } };
  await agent.invoke(question, config);
  await agent.invoke({ messages: [new HumanMessage('А завтра?')] }, config);
  expect(roles(bodies()[1])).toEqual(['user', 'assistant', 'user']);
});

test('28: initChatModel refuses a stranger, and knows us once told', async () => {
  await expect(initChatModel('GigaChat-2', { modelProvider: 'gigachat' })).rejects.toThrow(/provider/i);
  const config = MODEL_PROVIDER_CONFIG as Record<string, { package: string; className: string }>;
  config['gigachat'] = {
    package: new URL('../src/index.ts', import.meta.url).href,
    className: 'ChatGigaChat',
  };
  try {
    const { settings } = emulated();
    const model = await initChatModel('GigaChat-2', { modelProvider: 'gigachat', ...settings });
    expect((await model.invoke('Привет')).text).not.toBe('');
  } finally {
    delete config['gigachat'];
  }
});

test('37: a model with config works in an agent, and one with tools of its own is refused', async () => {
  const { model } = emulated();
  const tagged = model.withConfig({ tags: ['tagged'] });
  const { messages } = await createAgent({ model: tagged, tools: [] }).invoke(question);
  expect(messages).toHaveLength(2);
  const bound = model.bindTools([weather]);
  expect(() => createAgent({ model: bound, tools: [weather] })).toThrow(MultipleToolsBoundError);
});
