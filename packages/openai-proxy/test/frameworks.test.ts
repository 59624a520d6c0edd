import { createOpenAICompatible } from '@ai-sdk/openai-compatible';
import { HumanMessage, type AIMessageChunk, type ToolMessage } from '@langchain/core/messages';
import { tool as langchainTool } from '@langchain/core/tools';
import { ChatOpenAI, OpenAIEmbeddings } from '@langchain/openai';
import { embedMany, generateText, Output, stepCountIs, streamText, tool } from 'ai';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { proxyOverEmulator } from './serve-over-emulator.ts';

const model = 'GigaChat-2';
const city = z.object({ city: z.string() });
const call = { type: 'answer', calls: [{ name: 'get_weather', arguments: { city: 'Казань' } }] } as const;

function overEmulator() {
  const { proxy, emulator } = proxyOverEmulator();
  const fetchHere: typeof fetch = (input, init) => proxy.fetch(new Request(input, init));
  return { emulator, fetchHere, baseURL: 'http://proxy.test/v1' };
}

function aiSdk() {
  const { emulator, fetchHere, baseURL } = overEmulator();
  const provider = createOpenAICompatible({
    name: 'gigachat',
    baseURL,
    apiKey: emulator.credentials,
    fetch: fetchHere,
    includeUsage: true,
  });
  return { emulator, provider };
}

test('the AI SDK streams text and hears what it cost', async () => {
  const { emulator, provider } = aiSdk();
  emulator.enqueue({ type: 'answer', text: ['При', 'вет'], usage: { promptTokens: 3, completionTokens: 2 } });
  const result = streamText({ model: provider(model), prompt: 'Привет', maxRetries: 0 });
  expect(await result.text).toBe('Привет');
  expect(await result.finishReason).toBe('stop');
  expect(await result.usage).toMatchObject({ inputTokens: 3, outputTokens: 2 });
});

test('the AI SDK streams through a tool loop', async () => {
  const { emulator, provider } = aiSdk();
  emulator.enqueue(call, { type: 'answer', text: 'В Казани −5.' });
  const cities: string[] = [];
  const result = streamText({
    model: provider(model),
    prompt: 'Погода?',
    stopWhen: stepCountIs(3),
    maxRetries: 0,
    tools: {
      get_weather: tool({
        description: 'Погода',
        inputSchema: city,
        execute: async (input) => {
          cities.push(input.city);
          return { temperature: -5 };
        },
      }),
    },
  });
  expect(await result.text).toBe('В Казани −5.');
  expect(cities).toEqual(['Казань']);
});

test('the AI SDK gets an object', async () => {
  const { emulator, provider } = aiSdk();
  emulator.enqueue({ type: 'answer', text: '```json\n{"city":"Казань"}\n```' });
  const result = await generateText({
    model: provider(model),
    prompt: 'Какой город?',
    output: Output.object({ schema: city }),
    maxRetries: 0,
  });
  expect(result.output).toEqual({ city: 'Казань' });
});

test('the AI SDK embeds, and sees a stream that breaks as an error', async () => {
  const { emulator, provider } = aiSdk();
  const { embeddings } = await embedMany({
    model: provider.embeddingModel('Embeddings'),
    values: ['раз', 'два'],
  });
  expect(embeddings.map((vector) => vector.length)).toEqual([1024, 1024]);
  const fault = { type: 'end-early', afterBytes: 700 } as const;
  emulator.enqueue({ type: 'answer', text: Array.from({ length: 20 }, () => 'слово '), faults: [fault] });
  const parts: string[] = [];
  const result = streamText({ model: provider(model), prompt: 'Привет', maxRetries: 0, onError: () => {} });
  for await (const part of result.fullStream) parts.push(part.type);
  expect(parts).toContain('error');
});

function chatOpenAi() {
  const { emulator, fetchHere, baseURL } = overEmulator();
  const configuration = { baseURL, fetch: fetchHere };
  const chat = new ChatOpenAI({ model, apiKey: emulator.credentials, configuration, maxRetries: 0 });
  return { emulator, chat, configuration };
}

test('LangChain streams text and hears what it cost', async () => {
  const { emulator, chat } = chatOpenAi();
  emulator.enqueue({ type: 'answer', text: ['При', 'вет'], usage: { promptTokens: 3, completionTokens: 2 } });
  let whole: AIMessageChunk | undefined;
  for await (const chunk of await chat.stream('Привет'))
    whole = whole === undefined ? chunk : whole.concat(chunk);
  expect(whole?.text).toBe('Привет');
  expect(whole?.usage_metadata).toMatchObject({ input_tokens: 3, output_tokens: 2 });
});

test('LangChain streams a call, runs it and sends the result', async () => {
  const { emulator, chat } = chatOpenAi();
  emulator.enqueue(call, { type: 'answer', text: 'В Казани −5.' });
  const weather = langchainTool(async () => '{"temperature":-5}', { name: 'get_weather', schema: city });
  const bound = chat.bindTools([weather]);
  let asked: AIMessageChunk | undefined;
  const question = new HumanMessage('Погода?');
  for await (const chunk of await bound.stream([question]))
    asked = asked === undefined ? chunk : asked.concat(chunk);
  const [toolCall] = asked?.tool_calls ?? [];
  expect(toolCall).toMatchObject({ name: 'get_weather', args: { city: 'Казань' } });
  if (asked === undefined || toolCall === undefined) throw new Error('no call');
  const result: ToolMessage = await weather.invoke({ ...toolCall, type: 'tool_call' });
  const answer = await bound.invoke([question, asked, result]);
  expect(answer.text).toBe('В Казани −5.');
});

test('LangChain gets structured output and embeddings', async () => {
  const { emulator, chat, configuration } = chatOpenAi();
  emulator.enqueue({ type: 'answer', text: '{"city":"Казань"}' });
  expect(await chat.withStructuredOutput(city, { method: 'jsonSchema' }).invoke('Какой город?')).toEqual({
    city: 'Казань',
  });
  const embeddings = new OpenAIEmbeddings({
    model: 'Embeddings',
    apiKey: emulator.credentials,
    configuration,
  });
  expect(await embeddings.embedQuery('раз')).toHaveLength(1024);
});
