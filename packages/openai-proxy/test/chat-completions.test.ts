import { APIError, type OpenAI } from 'openai';
import { zodResponseFormat } from 'openai/helpers/zod';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { postJson, proxyOverEmulator } from './serve-over-emulator.ts';

const hello = [{ role: 'user' as const, content: 'Привет' }];
const model = 'GigaChat-2';

const weatherTool = {
  type: 'function' as const,
  function: {
    name: 'get-weather.now',
    description: 'Погода в городе',
    parameters: { type: 'object', properties: { city: { type: 'string' } }, required: ['city'] },
  },
};

test('a whole answer has the shape OpenAI gives it', async () => {
  const { openai, emulator } = proxyOverEmulator();
  emulator.enqueue({
    type: 'answer',
    text: 'Привет!',
    usage: { promptTokens: 10, completionTokens: 3, cachedTokens: 5 },
  });
  const { data, response } = await openai.chat.completions.create({ model, messages: hello }).withResponse();
  expect(data.id).toMatch(/^chatcmpl-/);
  expect(data).toMatchObject({
    object: 'chat.completion',
    model,
    choices: [
      { index: 0, finish_reason: 'stop', message: { role: 'assistant', content: 'Привет!', refusal: null } },
    ],
    usage: {
      prompt_tokens: 15,
      completion_tokens: 3,
      total_tokens: 18,
      prompt_tokens_details: { cached_tokens: 5 },
    },
  });
  expect(response.headers.get('x-gigachat-model')).toMatch(/^GigaChat-2/);
  expect(response.headers.get('x-request-id')).toBeTruthy();
});

test('a stream begins with the role, ends with one finish reason, then usage, then [DONE]', async () => {
  const { ask, emulator } = proxyOverEmulator();
  emulator.enqueue({ type: 'answer', text: ['При', 'вет'] });
  const response = await ask(
    '/v1/chat/completions',
    postJson({ model, messages: hello, stream: true, stream_options: { include_usage: true } }),
  );
  expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
  const frames = (await response.text())
    .trim()
    .split('\n\n')
    .map((frame) => frame.slice('data: '.length));
  expect(frames.at(-1)).toBe('[DONE]');
  const chunks = frames.slice(0, -1).map((frame) => JSON.parse(frame) as OpenAI.ChatCompletionChunk);
  expect(chunks[0]?.choices[0]?.delta.role).toBe('assistant');
  expect(new Set(chunks.map(({ id }) => id)).size).toBe(1);
  expect(chunks.filter(({ choices }) => choices[0]?.finish_reason).length).toBe(1);
  expect(chunks.at(-1)).toMatchObject({ choices: [], usage: { total_tokens: expect.any(Number) as number } });
  expect(chunks.slice(0, -1).every(({ usage }) => usage === null)).toBe(true);
  expect(chunks.map(({ choices }) => choices[0]?.delta.content ?? '').join('')).toBe('Привет');
});

test('without include_usage no chunk speaks of usage', async () => {
  const { ask } = proxyOverEmulator();
  const response = await ask('/chat/completions', postJson({ model, messages: hello, stream: true }));
  expect(await response.text()).not.toContain('usage');
});

test('runTools calls the function and hands the result back, with the server state inside the call id', async () => {
  const { openai, emulator } = proxyOverEmulator();
  emulator.enqueue(
    { type: 'answer', calls: [{ name: 'get-weather.now', arguments: { city: 'Казань' } }] },
    { type: 'answer', text: 'В Казани −5.' },
  );
  const cities: unknown[] = [];
  const runner = openai.chat.completions.runTools({
    model,
    messages: hello,
    tools: [
      {
        type: 'function',
        function: {
          ...weatherTool.function,
          parse: JSON.parse,
          function: (args: unknown) => {
            cities.push(args);
            return { temperature: -5 };
          },
        },
      },
    ],
  });
  expect(await runner.finalContent()).toBe('В Казани −5.');
  expect(cities).toEqual([{ city: 'Казань' }]);
  const second = emulator.journal.filter(({ endpoint }) => endpoint === 'chat/completions')[1]?.body;
  expect(second).toMatchObject({
    messages: [
      { role: 'user' },
      { role: 'assistant', functions_state_id: expect.any(String) as string },
      { role: 'function', content: '{"temperature":-5}' },
    ],
  });
});

test('a streamed call is assembled by the client, under the name it was given', async () => {
  const { openai, emulator } = proxyOverEmulator();
  emulator.enqueue({ type: 'answer', calls: [{ name: 'get-weather.now', arguments: { city: 'Казань' } }] });
  const stream = openai.chat.completions.stream({ model, messages: hello, tools: [weatherTool] });
  const { choices } = await stream.finalChatCompletion();
  expect(choices[0]).toMatchObject({
    finish_reason: 'tool_calls',
    message: {
      tool_calls: [
        { type: 'function', function: { name: 'get-weather.now', arguments: '{"city":"Казань"}' } },
      ],
    },
  });
});

test('parse gives an object of the Zod schema', async () => {
  const { openai, emulator } = proxyOverEmulator();
  emulator.enqueue({ type: 'answer', text: '{"name":"Анна","age":34}' });
  const completion = await openai.chat.completions.parse({
    model,
    messages: hello,
    response_format: zodResponseFormat(z.object({ name: z.string(), age: z.number() }), 'person'),
  });
  expect(completion.choices[0]?.message.parsed).toEqual({ name: 'Анна', age: 34 });
});

test.each([true, false])(
  'json_object: the model is asked in words and its fence is taken off (stream: %s)',
  async (stream) => {
    const { ask, emulator } = proxyOverEmulator();
    emulator.enqueue({ type: 'answer', text: ['``', '`json\n{"a"', ':1}\n`', '``'] });
    const response = await ask(
      '/v1/chat/completions',
      postJson({ model, messages: hello, stream, response_format: { type: 'json_object' } }),
    );
    const text = await response.text();
    const content = stream
      ? [...text.matchAll(/"content":("(?:[^"\\]|\\.)*")/g)]
          .map(([, json = '""']) => JSON.parse(json) as string)
          .join('')
      : (JSON.parse(text) as OpenAI.ChatCompletion).choices[0]?.message.content;
    expect(content).toBe('{"a":1}');
    expect(JSON.stringify(emulator.journal.at(-1)?.body)).toContain('JSON');
  },
);

test('n asks so many times and adds up what they cost', async () => {
  const { openai, emulator } = proxyOverEmulator();
  const usage = { promptTokens: 10, completionTokens: 1 };
  emulator.enqueue({ type: 'answer', text: 'раз', usage }, { type: 'answer', text: 'два', usage });
  const { choices, usage: total } = await openai.chat.completions.create({ model, messages: hello, n: 2 });
  expect(new Set(choices.map(({ message }) => message.content))).toEqual(new Set(['раз', 'два']));
  expect(total?.total_tokens).toBe(22);
  emulator.enqueue({ type: 'answer', text: 'раз', usage }, { type: 'answer', text: 'два', usage });
  const streamed = await openai.chat.completions
    .stream({ model, messages: hello, n: 2 })
    .finalChatCompletion();
  expect(streamed.choices.map(({ message }) => message.content)).toEqual(['раз', 'два']);
});

test.each([true, false])('stop ends the answer before the stop text (stream: %s)', async (stream) => {
  const { openai, emulator } = proxyOverEmulator();
  emulator.enqueue({ type: 'answer', text: ['один ', 'КО', 'НЕЦ два'] });
  const body = { model, messages: hello, stop: 'КОНЕЦ' };
  const completion = stream
    ? await openai.chat.completions.stream(body).finalChatCompletion()
    : await openai.chat.completions.create(body);
  expect(completion.choices[0]).toMatchObject({ finish_reason: 'stop', message: { content: 'один ' } });
});

test('fields that GigaChat has nothing like are told of in a header', async () => {
  const { ask } = proxyOverEmulator();
  const response = await ask(
    '/v1/chat/completions',
    postJson({
      model,
      messages: hello,
      seed: 7,
      logit_bias: { 1: 2 },
      user: 'u',
      presence_penalty: 0,
      store: false,
    }),
  );
  expect(response.status).toBe(200);
  const warning = response.headers.get('x-gigakit-warning');
  for (const field of ['seed', 'logit_bias', 'user']) expect(warning).toContain(field);
  expect(warning).not.toMatch(/presence_penalty|store/);
});

test('system and developer messages, wherever they stand, become one at the front', async () => {
  const { ask, emulator } = proxyOverEmulator();
  await ask(
    '/v1/chat/completions',
    postJson({
      model,
      messages: [
        { role: 'developer', content: 'A' },
        ...hello,
        { role: 'system', content: [{ type: 'text', text: 'B' }] },
      ],
    }),
  );
  expect(emulator.journal.at(-1)?.body).toMatchObject({
    messages: [{ role: 'system', content: 'A\n\nB' }, { role: 'user' }],
  });
});

test('an alias answers under its own name', async () => {
  const { ask, emulator } = proxyOverEmulator({ modelAliases: { 'gpt-4o-mini': 'GigaChat-2-Pro' } });
  const response = await ask('/v1/chat/completions', postJson({ model: 'gpt-4o-mini', messages: hello }));
  expect(await response.json()).toMatchObject({ model: 'gpt-4o-mini' });
  expect(response.headers.get('x-gigachat-model')).toMatch(/^GigaChat-2-Pro/);
  expect(emulator.journal.at(-1)?.body).toMatchObject({ model: 'GigaChat-2-Pro' });
});

const call = { id: 'call_1', type: 'function', function: { name: 'f', arguments: '{}' } };

test.each<[string, object, string]>([
  ['logprobs', { logprobs: true }, 'logprobs'],
  ['sound', { modalities: ['text', 'audio'] }, 'modalities'],
  ['the old functions', { functions: [] }, 'functions'],
  [
    'a tool choice that is no tool',
    { tools: [weatherTool], tool_choice: { type: 'function', function: { name: 'x' } } },
    'tool_choice',
  ],
  [
    'an unknown part',
    { messages: [{ role: 'user', content: [{ type: 'video', video: 1 }] }] },
    'messages[0].content',
  ],
  [
    'a call without a result',
    { messages: [...hello, { role: 'assistant', tool_calls: [call] }, ...hello] },
    'messages[1].tool_calls[0]',
  ],
  [
    'a result without a call',
    { messages: [...hello, { role: 'tool', tool_call_id: 'x', content: '1' }] },
    'messages[1].tool_call_id',
  ],
  [
    'arguments that are no JSON',
    {
      messages: [
        ...hello,
        { role: 'assistant', tool_calls: [{ ...call, function: { name: 'f', arguments: '{' } }] },
        { role: 'tool', tool_call_id: 'call_1', content: '1' },
      ],
    },
    'arguments',
  ],
  ['n above eight', { n: 9 }, 'n'],
  ['a temperature in words', { temperature: 'hot' }, 'temperature'],
])('%s is refused with the field named, and nothing is sent', async (_, body, param) => {
  const { ask, emulator } = proxyOverEmulator();
  const response = await ask('/v1/chat/completions', postJson({ model, messages: hello, ...body }));
  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({ error: { type: 'invalid_request_error', param } });
  expect(emulator.journal.filter(({ endpoint }) => endpoint === 'chat/completions')).toEqual([]);
});

const statuses: readonly [number, string, number, string | null][] = [
  [400, 'BadRequestError', 400, null],
  [402, 'APIError', 402, 'insufficient_quota'],
  [403, 'PermissionDeniedError', 403, null],
  [413, 'BadRequestError', 400, 'context_length_exceeded'],
  [422, 'UnprocessableEntityError', 422, 'unprocessable'],
  [429, 'RateLimitError', 429, 'rate_limit_exceeded'],
  [500, 'InternalServerError', 502, 'upstream_error'],
];

test.each(
  statuses.flatMap(([status, name, told, code]) =>
    [true, false].map((stream) => [status, name, told, code, stream] as const),
  ),
)(
  'GigaChat says %s: the client throws %s with status %s and code %s (stream: %s)',
  async (status, name, told, code, stream) => {
    const { openai, emulator } = proxyOverEmulator();
    emulator.enqueue({ type: 'error', status, message: 'так нельзя' });
    const error: unknown = await openai.chat.completions
      .create({ model, messages: hello, stream })
      .then(undefined, (reason: unknown) => reason);
    expect(error).toBeInstanceOf(APIError);
    expect((error as Error).constructor.name).toBe(name);
    expect(error).toMatchObject({ status: told, code });
    expect((error as Error).message).toContain('так нельзя');
  },
);

test('Retry-After of GigaChat is passed on', async () => {
  const { ask, emulator } = proxyOverEmulator();
  emulator.enqueue({ type: 'error', status: 429, message: 'много', headers: { 'retry-after': '7' } });
  const response = await ask('/v1/chat/completions', postJson({ model, messages: hello }));
  expect(response.headers.get('retry-after')).toBe('7');
});

test.each([
  ['breaks off', { type: 'cut', afterBytes: 700 }, 'upstream_disconnected'],
  ['ends early', { type: 'end-early', afterBytes: 700 }, 'upstream_incomplete'],
] as const)('a stream that %s ends with an error event and no [DONE]', async (_, fault, code) => {
  const { ask, emulator } = proxyOverEmulator();
  emulator.enqueue({ type: 'answer', text: Array.from({ length: 20 }, () => 'слово '), faults: [fault] });
  const response = await ask('/v1/chat/completions', postJson({ model, messages: hello, stream: true }));
  const text = await response.text();
  expect(text).not.toContain('[DONE]');
  const last = text.trim().split('\n\n').at(-1)?.slice('data: '.length) ?? '';
  expect(JSON.parse(last)).toMatchObject({ error: { code, type: 'server_error' } });
});

test('an error in place of the first event keeps its status', async () => {
  const { ask, emulator } = proxyOverEmulator();
  emulator.enqueue({
    type: 'answer',
    text: 'x',
    faults: [{ type: 'error-event', status: 422, message: 'нет' }],
  });
  const response = await ask('/v1/chat/completions', postJson({ model, messages: hello, stream: true }));
  expect(response.status).toBe(422);
});
