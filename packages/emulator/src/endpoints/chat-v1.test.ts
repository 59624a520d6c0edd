import { describe, expect, test } from 'vitest';
import { callApi, hello, statusAndBody } from '../__fixtures__/call-api.ts';
import type { EmulatorOptions } from '../emulator-options.ts';
import { createEmulator } from '../emulator.ts';
import type { AnswerReply } from '../reply.ts';

const path = '/v1/chat/completions';
const usage = { promptTokens: 17, completionTokens: 9, cachedTokens: 2 };

async function say(
  reply: AnswerReply,
  json: Record<string, unknown> = {},
  options: EmulatorOptions = {},
): Promise<string> {
  const emulator = createEmulator({ now: () => 1_768_996_176_000, ...options });
  emulator.enqueue(reply);
  const response = await callApi(emulator, path, { json: { model: 'GigaChat', messages: hello, ...json } });
  return response.text();
}

function refusal(json: Record<string, unknown>): Promise<{ status: number; body: unknown }> {
  return callApi(createEmulator(), path, { json: { model: 'GigaChat-2', messages: hello, ...json } }).then(
    statusAndBody,
  );
}

const call = {
  role: 'assistant',
  content: '',
  function_call: { name: 'get_rate', arguments: { pair: 'USD/RUB' } },
};
const result = { role: 'function', name: 'get_rate', content: '{"rate":80}' };
const user = hello[0];

describe('the bytes', () => {
  test('of a whole answer are compact, unescaped and in the recorded order of keys', async () => {
    expect(await say({ type: 'answer', text: 'Здравствуйте!', usage })).toBe(
      '{"choices":[{"message":{"content":"Здравствуйте!","role":"assistant"},"index":0,"finish_reason":"stop"}],"created":1768996176,"model":"GigaChat:2.0.28.2","object":"chat.completion","usage":{"prompt_tokens":17,"completion_tokens":9,"total_tokens":26,"precached_prompt_tokens":2}}',
    );
  });

  test('of a stream name the role once, the usage at the end, and close with [DONE]', async () => {
    expect(await say({ type: 'answer', text: ['Раз, два', ', три.'], usage }, { stream: true })).toBe(
      [
        'data: {"choices":[{"delta":{"content":"Раз, два","role":"assistant"},"index":0}],"created":1768996176,"model":"GigaChat:2.0.28.2","object":"chat.completion"}',
        'data: {"choices":[{"delta":{"content":", три."},"index":0}],"created":1768996176,"model":"GigaChat:2.0.28.2","object":"chat.completion"}',
        'data: {"choices":[{"delta":{"content":""},"index":0,"finish_reason":"stop"}],"created":1768996176,"model":"GigaChat:2.0.28.2","object":"chat.completion","usage":{"prompt_tokens":17,"completion_tokens":9,"total_tokens":26,"precached_prompt_tokens":2}}',
        'data: [DONE]',
        '',
      ].join('\n\n'),
    );
  });

  test('of a streamed call hold it whole, its arguments an object', async () => {
    const reply: AnswerReply = {
      type: 'answer',
      calls: [{ name: 'get_rate', arguments: { pair: 'USD/RUB' }, stateId: 'state-1' }],
      usage,
    };
    const frames = (await say(reply, { stream: true })).split('\n\n');

    expect(frames[0]).toBe(
      'data: {"choices":[{"delta":{"content":"","role":"assistant","function_call":{"name":"get_rate","arguments":{"pair":"USD/RUB"}},"functions_state_id":"state-1"},"index":0}],"created":1768996176,"model":"GigaChat:2.0.28.2","object":"chat.completion"}',
    );
    expect(frames[1]).toContain('"delta":{"content":""},"index":0,"finish_reason":"function_call"');
    const shared = (await say(reply, { stream: true }, { v1StreamedCall: 'with-finish' })).split('\n\n');
    expect(shared).toHaveLength(3);
    expect(shared[0]).toContain('"function_call":{"name":"get_rate"');
    expect(shared[0]).toContain('"finish_reason":"function_call"');
  });

  test('of reasoning come before the words', async () => {
    const text = await say({ type: 'answer', reasoning: ['думаю'], text: ['ответ'] }, { stream: true });

    expect(text.indexOf('"reasoning_content":"думаю"')).toBeGreaterThan(0);
    expect(text.indexOf('"reasoning_content":"думаю"')).toBeLessThan(text.indexOf('"content":"ответ"'));
  });

  test('of a tool at work count its seconds down under a role of their own', async () => {
    const text = await say(
      { type: 'answer', builtIns: [{ name: 'image_generate', secondsLeft: [15, 5] }], text: 'готово' },
      { stream: true },
    );

    expect(text).toContain(
      '{"delta":{"role":"function_in_progress","content":"15","name":"text2image","created":1768996176},"index":0}',
    );
  });

  test('of an error end with one line feed', async () => {
    const response = await callApi(createEmulator(), path, { json: { model: 'x', messages: hello } });

    expect(await response.text()).toBe('{"status":404,"message":"No such model"}\n');
    expect(response.headers.get('content-length')).toBe('41');
  });

  test('follow the internal stand in its profile', async () => {
    expect(await say({ type: 'answer', text: 'да' }, {}, { profile: 'internal' })).toContain(
      '"object":"chat.completions"',
    );
  });
});

describe('the headers', () => {
  test('are those of the public host, with the ids echoed', async () => {
    const response = await callApi(createEmulator(), path, {
      json: { model: 'GigaChat-2', messages: hello },
      headers: { 'X-Request-ID': 'mine', 'X-Session-ID': 'session' },
    });

    expect(Object.fromEntries(response.headers)).toMatchObject({
      server: 'SynGX',
      'content-type': 'application/json; charset=utf-8',
      'x-request-id': 'mine',
      'x-session-id': 'session',
      'x-frame-options': 'SAMEORIGIN',
      'access-control-allow-origin': 'https://beta.saluteai.sberdevices.ru',
    });
  });

  test('carry minted ids, and fewer guards on a 404', async () => {
    const response = await callApi(createEmulator(), path, { json: { model: 'x', messages: hello } });

    expect(response.headers.get('x-request-id')).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4/);
    expect(response.headers.get('x-session-id')).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4/);
    expect(response.headers.has('x-frame-options')).toBe(false);
  });
});

describe('refuses', () => {
  test('a body that is not JSON', async () => {
    expect(await statusAndBody(await callApi(createEmulator(), path, { body: '{"model":' }))).toEqual({
      status: 400,
      body: { status: 400, message: 'Bad request' },
    });
  });

  test.each<[string, Record<string, unknown>, number, string]>([
    [
      'content that is an array',
      { messages: [{ role: 'user', content: [{ text: 'a' }] }] },
      400,
      'Bad request: messages[0].content must be a string',
    ],
    [
      'content that is null',
      { messages: [user, { ...call, content: null }, result] },
      400,
      'Bad request: messages[1].content must be a string',
    ],
    [
      'arguments that are a string',
      { messages: [user, { ...call, function_call: { name: 'f', arguments: '{}' } }, result] },
      400,
      'Bad request: messages[1].function_call.arguments must be an object',
    ],
    ['an empty conversation', { messages: [] }, 400, 'Bad request: messages must be a non-empty array'],
    [
      'json_object',
      { response_format: { type: 'json_object' } },
      400,
      'Unknown type "json_object" in response_format',
    ],
    ['an unknown model', { model: 'GigaChat-9' }, 404, 'No such model'],
    ['an embedder', { model: 'Embeddings' }, 404, 'No such model'],
    [
      'a late system message',
      { messages: [user, { role: 'system', content: 'a' }] },
      422,
      'Invalid params: system message must be the first message',
    ],
    [
      'a Cyrillic function name',
      { functions: [{ name: 'имя', parameters: {} }] },
      422,
      'Invalid params: Invalid function names. Only Latin letters (A-Z or a-z), underscore (_), hyphen (-), dot (.) and digits (not leading) are allowed.: [имя]',
    ],
    [
      'an unknown bare name',
      { functions: [{ name: 'unknown' }] },
      404,
      'Function schema for unknown not found',
    ],
    [
      'a call without a result',
      { messages: [user, call] },
      422,
      'Invalid params: every assistant function call must have a result in history',
    ],
    [
      'a result without a call',
      { messages: [user, result] },
      422,
      'Invalid params: every assistant function result must have an assistant function call in history',
    ],
    [
      'a result that is not JSON',
      { messages: [user, call, { ...result, content: 'восемьдесят' }] },
      422,
      'invalid function result for function get_rate json string `восемьдесят`, error: JSON parse error at line 1 column 1',
    ],
    [
      'a repetition penalty of 0',
      { repetition_penalty: 0 },
      422,
      'Invalid params: repetition_penalty must be in range (0, +inf)',
    ],
    ['a temperature of 0', { temperature: 0 }, 422, 'Invalid params: temperature must be in range (0, +inf)'],
    ['an unknown file', { messages: [{ ...user, attachments: ['nope'] }] }, 404, 'No such file'],
  ])('%s', async (_name, json, status, message) => {
    expect(await refusal(json)).toEqual({ status, body: { status, message } });
  });

  test('in its order: the model before the system message, names before results', async () => {
    expect(await refusal({ model: 'x', messages: [user, { role: 'system', content: 'a' }] })).toMatchObject({
      status: 404,
    });
    expect(await refusal({ functions: [{ name: '1' }], messages: [user, result] })).toMatchObject({
      body: { message: expect.stringContaining('Invalid function names') },
    });
  });

  test('a prompt longer than the context', async () => {
    const messages = [{ role: 'user', content: 'слово '.repeat(60_000) }];

    expect(await refusal({ model: 'GigaChat', messages })).toMatchObject({ status: 413 });
  });

  test('a third generation model on the legacy host', async () => {
    const emulator = createEmulator({ profile: 'legacy' });
    const json = { model: 'GigaChat-3-Ultra', messages: hello };

    expect((await callApi(emulator, '/api/v1/chat/completions', { json })).status).toBe(404);
  });
});

describe('takes', () => {
  test('tools and other unknown fields without a word, unless told to reject them', async () => {
    expect(await refusal({ tools: [], user: 'me' })).toMatchObject({ status: 200 });
    const strict = createEmulator({ unknownRootFields: 'reject' });
    const json = { model: 'GigaChat-2', messages: hello, tools: [] };
    expect((await callApi(strict, path, { json })).status).toBe(400);
  });

  test('a replayed call with its state id and without it', async () => {
    expect(await refusal({ messages: [user, call, result] })).toMatchObject({ status: 200 });
    expect(await refusal({ messages: [user, { ...call, functions_state_id: 'any' }, result] })).toMatchObject(
      { status: 200 },
    );
  });
});

describe('the usage', () => {
  test('counts a prefix seen in the same session apart from the prompt', async () => {
    const emulator = createEmulator();
    const messages = [
      { role: 'user', content: 'Расскажи подробно о том, как устроен паровой двигатель и кто его придумал.' },
    ];
    const ask = async (
      session: string,
    ): Promise<{ prompt_tokens: number; precached_prompt_tokens: number }> => {
      const response = await callApi(emulator, path, {
        json: { model: 'GigaChat-2', messages },
        headers: { 'X-Session-ID': session },
      });
      const body = (await response.json()) as {
        usage: { prompt_tokens: number; precached_prompt_tokens: number };
      };
      return body.usage;
    };

    const cold = await ask('a');
    const warm = await ask('a');
    const other = await ask('b');

    expect(cold.precached_prompt_tokens).toBe(2);
    expect(warm.precached_prompt_tokens).toBeGreaterThan(10);
    expect(warm.prompt_tokens + warm.precached_prompt_tokens).toBe(cold.prompt_tokens + 2);
    expect(other).toEqual(cold);
  });

  test('is charged to the package of the model until 402', async () => {
    const emulator = createEmulator({ balance: { 'GigaChat-Pro': 40, GigaChat: 1_000 } });
    emulator.when({}, { type: 'answer', text: 'да', usage: { promptTokens: 30, completionTokens: 10 } });
    const status = async (model: string): Promise<number> =>
      (await callApi(emulator, path, { json: { model, messages: hello } })).status;

    expect([
      await status('GigaChat-2-Pro'),
      await status('GigaChat-2-Pro'),
      await status('GigaChat-2'),
    ]).toEqual([200, 402, 200]);
    expect(await (await callApi(emulator, '/v1/balance')).json()).toEqual({
      balance: [
        { usage: 'GigaChat-Pro', value: 0 },
        { usage: 'GigaChat', value: 960 },
      ],
    });
  });
});

describe('concurrency', () => {
  test('is one request for individuals and ten for companies, refused at once without Retry-After', async () => {
    const emulator = createEmulator({ maxConcurrency: 'scope' });
    emulator.when({}, { type: 'answer', text: 'долго', faults: [{ type: 'hang', afterBytes: 10 }] });
    const start = (scope: string): Promise<Response> =>
      callApi(emulator, path, { scope, json: { model: 'GigaChat-2', messages: hello, stream: true } });

    const first = await start('GIGACHAT_API_PERS');
    const second = await start('GIGACHAT_API_PERS');

    expect(await statusAndBody(second)).toEqual({
      status: 429,
      body: { status: 429, message: 'Too many requests' },
    });
    expect(second.headers.has('retry-after')).toBe(false);
    await first.body?.cancel();
    expect((await start('GIGACHAT_API_PERS')).status).toBe(200);
  });

  test('is given back when a stream is read to its end', async () => {
    const emulator = createEmulator({ maxConcurrency: 1, retryAfterSeconds: 2 });
    const json = { model: 'GigaChat-2', messages: hello, stream: true };
    const first = await callApi(emulator, path, { json });

    expect((await callApi(emulator, path, { json })).headers.get('retry-after')).toBe('2');
    await first.text();
    expect((await callApi(emulator, path, { json })).status).toBe(200);
  });
});

test('a blacklisted message gets a canned answer under 200', async () => {
  const emulator = createEmulator({ blacklist: ['политик'] });
  const messages = [{ role: 'user', content: 'Что ты думаешь о политиках?' }];

  const { status, body } = await statusAndBody(
    await callApi(emulator, path, { json: { model: 'GigaChat-2', messages } }),
  );

  expect(status).toBe(200);
  expect(body).toMatchObject({ choices: [{ finish_reason: 'blacklist' }] });
});

test('a drawing is a tag in the text and a file to download', async () => {
  const emulator = createEmulator();
  emulator.enqueue({ type: 'answer', text: 'Вот ваш кот.', images: [{ prompt: 'кот' }] });
  const response = await callApi(emulator, path, { json: { model: 'GigaChat-2', messages: hello } });
  const text = await response.text();
  const id = /<img src=\\"([^"\\]+)\\" fuse=\\"true\\"\/>/.exec(text)?.[1];

  const content = await callApi(emulator, `/v1/files/${id}/content`, {
    headers: { Accept: 'application/jpg' },
  });

  expect(text).toContain('"functions_state_id"');
  expect([...new Uint8Array(await content.arrayBuffer()).subarray(0, 3)]).toEqual([0xff, 0xd8, 0xff]);
});

test('a thread keeps the history on the server', async () => {
  const emulator = createEmulator();
  emulator.when({}, { type: 'answer', text: 'запомнил' });
  const first = (await (
    await callApi(emulator, path, {
      json: { model: 'GigaChat-2', messages: hello, storage: { is_stateful: true } },
    })
  ).json()) as { thread_id: string; message_id: string };

  await callApi(emulator, path, { json: { messages: hello, storage: { thread_id: first.thread_id } } });
  const history = await callApi(emulator, `/v1/threads/messages?thread_id=${first.thread_id}`);

  expect(await history.json()).toMatchObject({
    messages: [
      { role: 'user' },
      { role: 'assistant', content: 'запомнил', message_id: first.message_id },
      { role: 'user' },
      { role: 'assistant' },
    ],
  });
});
