import { expect, test } from 'vitest';
import { callApi, hello, statusAndBody } from '../__fixtures__/call-api.ts';
import { createEmulator } from '../emulator.ts';

const corporate = { scope: 'GIGACHAT_API_CORP' };

test('models are listed as the profile has them', async () => {
  const list = async (profile: 'giga.chat' | 'legacy'): Promise<string[]> => {
    const response = await callApi(createEmulator({ profile }), '/v1/models');
    return ((await response.json()) as { data: { id: string }[] }).data.map(({ id }) => id);
  };

  expect(await list('giga.chat')).toEqual([
    'GigaChat-2',
    'GigaChat-2-Pro',
    'GigaChat-2-Max',
    'GigaChat-3-Lightning',
    'GigaChat-3-Pro',
    'GigaChat-3-Ultra',
    'Embeddings',
    'Embeddings-2',
    'EmbeddingsGigaR',
    'GigaEmbeddings-3B-2025-09',
  ]);
  expect(await list('legacy')).toContain('GigaChat-Pro-preview');
});

test('one model is told by its id, a wrong version and an unknown id apart', async () => {
  const emulator = createEmulator();

  expect(await (await callApi(emulator, '/v1/models/GigaChat-2-Pro')).json()).toEqual({
    id: 'GigaChat-2-Pro',
    object: 'model',
    owned_by: 'salutedevices',
    type: 'chat',
  });
  expect((await callApi(emulator, '/v1/models/GigaChat-2:latest')).status).toBe(200);
  expect(await statusAndBody(await callApi(emulator, '/v1/models/GigaChat-2:1.0'))).toMatchObject({
    status: 400,
    body: { message: 'Invalid model version' },
  });
  expect((await callApi(emulator, '/v1/models/nope')).status).toBe(404);
});

test.each([
  ['Embeddings', 1024],
  ['Embeddings-2', 1024],
  ['EmbeddingsGigaR', 2560],
  ['GigaEmbeddings-3B-2025-09', 2048],
])('%s gives vectors of %i numbers, not normalised, with a usage each', async (model, dimensions) => {
  const response = await callApi(createEmulator(), '/v1/embeddings', {
    json: { model, input: ['первый', 'second'] },
  });
  const body = (await response.json()) as {
    data: { embedding: number[]; index: number; usage: { prompt_tokens: number } }[];
  };

  expect(Object.keys(body)).toEqual(['object', 'model', 'data']);
  expect(body).toMatchObject({ object: 'list', model });
  expect(body.data.map(({ index }) => index)).toEqual([0, 1]);
  for (const item of body.data) {
    expect(Object.keys(item)).toEqual(['object', 'index', 'embedding', 'usage']);
    expect(item.embedding).toHaveLength(dimensions);
    expect(Math.hypot(...item.embedding)).toBeGreaterThan(2);
    expect(item.usage.prompt_tokens).toBeGreaterThan(2);
  }
  expect(response.headers.has('content-length')).toBe(false);
});

test('embeddings take one string, and refuse a chat model and a long input', async () => {
  const emulator = createEmulator();
  const status = async (json: unknown): Promise<number> =>
    (await callApi(emulator, '/v1/embeddings', { json })).status;

  expect(await status({ model: 'Embeddings', input: 'один' })).toBe(200);
  expect(await status({ model: 'GigaChat-2', input: 'один' })).toBe(404);
  expect(await status({ model: 'Embeddings', input: ['слово '.repeat(2_000)] })).toBe(413);
  expect(await status({ model: 'Embeddings', input: [] })).toBe(400);
});

test('tokens are counted into a bare array', async () => {
  const response = await callApi(createEmulator(), '/v1/tokens/count', {
    json: { model: 'GigaChat', input: ['Good day', 'Добрый день 👋'] },
  });

  expect(await response.json()).toEqual([
    { object: 'tokens', tokens: expect.any(Number), characters: 8 },
    { object: 'tokens', tokens: expect.any(Number), characters: 13 },
  ]);
});

test('a balance is shown to prepaid accounts and forbidden to those that pay as they go', async () => {
  const emulator = createEmulator();

  expect(await (await callApi(emulator, '/v1/balance')).json()).toMatchObject({
    balance: expect.arrayContaining([{ usage: 'GigaChat', value: 900_000 }]),
  });
  expect(await statusAndBody(await callApi(emulator, '/v1/balance', corporate))).toEqual({
    status: 403,
    body: { status: 403, message: 'Permission denied' },
  });
});

test('authorship and filter checks are for companies', async () => {
  const emulator = createEmulator({ blacklist: ['бяка'] });
  const json = { model: 'GigaCheckDetection', input: 'Этот текст написал человек.' };

  expect((await callApi(emulator, '/v1/ai/check', { json })).status).toBe(403);
  expect(await (await callApi(emulator, '/v1/ai/check', { json, ...corporate })).json()).toEqual({
    category: expect.stringMatching(/^(?:ai|human|mixed)$/),
    characters: 27,
    tokens: expect.any(Number),
    ai_intervals: expect.any(Array),
  });
  const messages = [{ role: 'user', content: 'какая бяка' }];
  const filtered = await callApi(emulator, '/v1/filter/check', {
    json: { model: 'GigaFilter', messages },
    ...corporate,
  });
  expect(await filtered.json()).toEqual({ is_profane: true, usage: { filter_tokens: expect.any(Number) } });
});

test('a function is validated with errors, warnings and where they are', async () => {
  const validate = async (json: unknown): Promise<unknown> =>
    (await callApi(createEmulator(), '/v1/functions/validate', { json })).json();

  expect(
    await validate({
      name: 'f',
      description: 'Делает.',
      parameters: { type: 'object', properties: {} },
      return_parameters: { type: 'object', properties: {} },
    }),
  ).toEqual({
    status: 200,
    message: 'Function is valid',
    json_ai_rules_version: '1.0.5',
    warnings: [{ description: 'few_shot_examples are missing', schema_location: '(root)' }],
  });
  expect(await validate({ parameters: { type: 'object', properties: { a: { anyOf: [] } } } })).toMatchObject({
    message: 'Incorrect function syntax',
    errors: expect.arrayContaining([
      { description: 'name is required', schema_location: '(root)' },
      { description: 'anyOf is not supported', schema_location: 'parameters.properties.a' },
    ]),
  });
});

test('an OpenAPI document in YAML becomes functions, its references put in place', async () => {
  const body = `
openapi: 3.0.0
paths:
  /weather/{city}:
    get:
      operationId: getWeather
      summary: Погода в городе
      parameters:
        - { name: city, in: path, required: true, description: Город, schema: { type: string } }
      responses:
        '200': { content: { application/json: { schema: { $ref: '#/components/schemas/Weather' } } } }
components:
  schemas:
    Weather: { type: object, properties: { celsius: { type: integer, format: int32 } } }
`;
  const response = await callApi(createEmulator(), '/v1/functions/convert', { body });

  expect(await response.json()).toEqual({
    functions: [
      {
        name: 'getWeather',
        description: 'Погода в городе',
        parameters: {
          type: 'object',
          properties: { city: { type: 'string', description: 'Город' } },
          required: ['city'],
        },
        return_parameters: { type: 'object', properties: { celsius: { type: 'integer', format: 'int32' } } },
      },
    ],
  });
  expect((await callApi(createEmulator(), '/v1/functions/convert', { body: 'просто текст' })).status).toBe(
    400,
  );
});

test('a batch goes from created to completed over two looks and leaves its results in a file', async () => {
  const emulator = createEmulator();
  emulator.when({ lastMessage: 'раз' }, { type: 'answer', text: 'scripts do not reach into batches' });
  const lines = [
    { id: 'r1', request: { model: 'GigaChat-2', messages: hello } },
    { id: 'r2', request: { model: 'нет такой', messages: hello } },
  ];
  const body = lines.map((line) => JSON.stringify(line)).join('\n');
  const created = (await (
    await callApi(emulator, '/v1/batches?method=chat_completions', { body, ...corporate })
  ).json()) as { id: string };
  const look = async (): Promise<{ status: string; output_file_id?: string }> => {
    const response = await callApi(emulator, `/v1/batches?batch_id=${created.id}`, corporate);
    const batches = (await response.json()) as { status: string; output_file_id?: string }[];
    return batches[0] ?? { status: 'missing' };
  };

  expect(created).toMatchObject({
    status: 'created',
    method: 'chat_completions',
    request_counts: { total: 2 },
  });
  expect((await look()).status).toBe('in_progress');
  const done = await look();
  expect(done).toMatchObject({ status: 'completed', request_counts: { total: 2, completed: 1, failed: 1 } });
  const output = await (
    await callApi(emulator, `/v1/files/${done.output_file_id}/content`, corporate)
  ).text();
  expect(
    output
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as unknown),
  ).toMatchObject([
    { id: 'r1', result: { object: 'chat.completion' } },
    { id: 'r2', error: { status: 404, message: 'No such model' } },
  ]);
  expect(await statusAndBody(await callApi(emulator, '/v1/batches?batch_id=nope', corporate))).toMatchObject({
    status: 404,
    body: { message: 'Batch task not found' },
  });
});

test('an assistant lends its model and instructions to a thread, whose runs stream a usage in every chunk', async () => {
  const emulator = createEmulator();
  const post = async (path: string, json: unknown): Promise<Record<string, unknown>> =>
    (await (await callApi(emulator, path, { json })).json()) as Record<string, unknown>;
  const { assistant_id: assistantId } = await post('/v1/assistants', {
    model: 'GigaChat-2-Max',
    name: 'Помощник',
    instructions: 'Отвечай коротко.',
  });
  emulator.enqueue({
    type: 'answer',
    text: ['раз', ' два'],
    usage: { promptTokens: 10, completionTokens: 5 },
  });

  const run = await callApi(emulator, '/v1/threads/messages/run', {
    json: { assistant_id: assistantId, messages: hello, stream: true },
  });
  const frames = (await run.text()).trim().split('\n\n');
  const chunks = frames
    .slice(0, -1)
    .map((frame) => JSON.parse(frame.slice('data: '.length)) as Record<string, unknown>);

  expect(frames.at(-1)).toBe('data: [DONE]');
  expect(chunks).toMatchObject([
    { object: 'threads.messages.run', model: 'GigaChat-2-Max:2.0.30.01', usage: { prompt_tokens: 10 } },
    { choices: [{ delta: { content: ' два' }, finish_reason: 'stop' }], usage: { prompt_tokens: 0 } },
  ]);
  const threadId = chunks[0]?.['thread_id'];
  expect(await (await callApi(emulator, '/v1/threads')).json()).toMatchObject({
    threads: [{ id: threadId, assistant_id: assistantId, status: 'ready', run_lock: false }],
  });
  expect(await post('/v1/threads/messages/rerun', { thread_id: threadId })).toMatchObject({
    object: 'threads.messages.run',
    message: { role: 'assistant' },
  });
  expect(await post('/v1/threads/run', { thread_id: threadId })).toMatchObject({ status: 'in_progress' });
  expect(
    await (await callApi(emulator, `/v1/threads/run?thread_id=${String(threadId)}`)).json(),
  ).toMatchObject({
    status: 'ready',
    messages: [{ role: 'assistant' }],
  });
  const deleted = await callApi(emulator, '/v1/threads/delete', { json: { thread_id: threadId } });
  expect([deleted.status, await deleted.text()]).toEqual([200, '']);
});

test('assistants are listed, changed, rid of files and deleted', async () => {
  const emulator = createEmulator();
  const post = async (path: string, json: unknown): Promise<Record<string, unknown>> =>
    (await (await callApi(emulator, path, { json })).json()) as Record<string, unknown>;
  const { assistant_id: id } = await post('/v1/assistants', {
    model: 'GigaChat-2',
    name: 'А',
    file_ids: ['f1', 'f2'],
  });

  expect(await post('/v1/assistants/modify', { assistant_id: id, name: 'Б' })).toMatchObject({
    name: 'Б',
    model: 'GigaChat-2',
  });
  expect(await post('/v1/assistants/files/delete', { assistant_id: id, file_id: 'f1' })).toEqual({
    file_id: 'f1',
    deleted: true,
  });
  expect(await (await callApi(emulator, `/v1/assistants?assistant_id=${String(id)}`)).json()).toMatchObject({
    data: [{ assistant_id: id, name: 'Б', file_ids: ['f2'] }],
  });
  expect(await post('/v1/assistants/delete', { assistant_id: id })).toEqual({
    assistant_id: id,
    deleted: true,
  });
  expect(await (await callApi(emulator, '/v1/assistants')).json()).toEqual({ data: [] });
});

test('a wrong method and an unknown path are told apart', async () => {
  const emulator = createEmulator();

  expect((await callApi(emulator, '/v1/chat/completions')).status).toBe(405);
  expect((await callApi(emulator, '/v1/nothing')).status).toBe(404);
  expect((await callApi(emulator, '/nothing')).status).toBe(404);
});
