import { zodTextFormat } from 'openai/helpers/zod';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { postJson, proxyOverEmulator } from './serve-over-emulator.ts';

const model = 'GigaChat-2';

test('a whole response carries its text and what it cost', async () => {
  const { openai, emulator } = proxyOverEmulator();
  emulator.enqueue({ type: 'answer', text: 'Привет!', usage: { promptTokens: 5, completionTokens: 2 } });
  const response = await openai.responses.create({ model, instructions: 'Кратко.', input: 'Привет' });
  expect(response.output_text).toBe('Привет!');
  expect(response).toMatchObject({
    status: 'completed',
    model,
    usage: { input_tokens: 5, output_tokens: 2, total_tokens: 7 },
  });
  expect(emulator.journal.at(-1)?.body).toMatchObject({
    messages: [
      { role: 'system', content: 'Кратко.' },
      { role: 'user', content: 'Привет' },
    ],
  });
});

test('events come in the order that clients count on', async () => {
  const { openai, emulator } = proxyOverEmulator();
  emulator.enqueue({ type: 'answer', text: ['При', 'вет'] });
  const stream = await openai.responses.create({ model, input: 'Привет', stream: true });
  const types: string[] = [];
  const numbers: number[] = [];
  for await (const event of stream) {
    types.push(event.type);
    numbers.push(event.sequence_number);
  }
  expect(types).toEqual([
    'response.created',
    'response.in_progress',
    'response.output_item.added',
    'response.content_part.added',
    'response.output_text.delta',
    'response.output_text.delta',
    'response.output_text.done',
    'response.content_part.done',
    'response.output_item.done',
    'response.completed',
  ]);
  expect(numbers).toEqual(numbers.map((_, index) => index));
});

test('the stream helper assembles text and calls', async () => {
  const { openai, emulator } = proxyOverEmulator();
  const tools = [
    {
      type: 'function' as const,
      name: 'get_rate',
      parameters: { type: 'object', properties: {} },
      strict: false,
    },
  ];
  emulator.enqueue({ type: 'answer', calls: [{ name: 'get_rate', arguments: { currency: 'USD' } }] });
  const response = await openai.responses.stream({ model, input: 'Курс?', tools }).finalResponse();
  const [call] = response.output;
  expect(call).toMatchObject({ type: 'function_call', name: 'get_rate', arguments: '{"currency":"USD"}' });
  if (call?.type !== 'function_call') throw new Error('no call');

  emulator.enqueue({ type: 'answer', text: '90 рублей' });
  const next = await openai.responses.create({
    model,
    tools,
    input: [
      { role: 'user', content: 'Курс?' },
      { type: 'function_call', call_id: call.call_id, name: call.name, arguments: call.arguments },
      { type: 'function_call_output', call_id: call.call_id, output: '{"rate":90}' },
    ],
  });
  expect(next.output_text).toBe('90 рублей');
  expect(emulator.journal.at(-1)?.body).toMatchObject({
    messages: [
      { role: 'user' },
      { role: 'assistant', functions_state_id: expect.any(String) as string },
      { role: 'function', name: 'get_rate', content: '{"rate":90}' },
    ],
  });
});

test('parse gives an object of the Zod schema', async () => {
  const { openai, emulator } = proxyOverEmulator();
  emulator.enqueue({ type: 'answer', text: '{"name":"Анна"}' });
  const response = await openai.responses.parse({
    model,
    input: 'Кто?',
    text: { format: zodTextFormat(z.object({ name: z.string() }), 'person') },
  });
  expect(response.output_parsed).toEqual({ name: 'Анна' });
});

test('an answer cut by length is incomplete', async () => {
  const { openai, emulator } = proxyOverEmulator();
  emulator.enqueue({ type: 'answer', text: 'нача', finishReason: 'length' });
  const response = await openai.responses.create({ model, input: 'Расскажи', max_output_tokens: 1 });
  expect(response).toMatchObject({
    status: 'incomplete',
    incomplete_details: { reason: 'max_output_tokens' },
  });
});

test('a stream that breaks ends with response.failed', async () => {
  const { ask, emulator } = proxyOverEmulator();
  const fault = { type: 'end-early', afterBytes: 700 } as const;
  emulator.enqueue({ type: 'answer', text: Array.from({ length: 20 }, () => 'слово '), faults: [fault] });
  const response = await ask('/v1/responses', postJson({ model, input: 'Привет', stream: true }));
  const text = await response.text();
  expect(text).not.toContain('response.completed');
  expect(text.trim().split('\n\n').at(-1)).toMatch(/^event: response\.failed\n.*upstream_incomplete/);
});

test.each([
  ['previous_response_id', { previous_response_id: 'resp_1' }],
  ['background', { background: true }],
  ['input', { input: [{ type: 'function_call', call_id: 'a', name: 'f', arguments: '{}' }] }],
  ['input[0]', { input: [{ type: 'function_call_output', call_id: 'a', output: '1' }] }],
])('%s that rests on nothing here is refused', async (param, body) => {
  const { ask } = proxyOverEmulator();
  const response = await ask('/v1/responses', postJson({ model, input: 'Привет', ...body }));
  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({ error: { param } });
});
