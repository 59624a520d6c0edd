import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { readAll } from './__fixtures__/read-all.ts';
import { v1Context } from './__fixtures__/v1-context.ts';
import { Batches } from './batches.ts';

const created = {
  id: 'b1',
  method: 'chat_completions',
  request_counts: { total: 2 },
  status: 'created',
  created_at: 1768996200,
  updated_at: 1768996201,
};
const completed = { ...created, status: 'completed', output_file_id: 'out1' };

const turn = { messages: [{ role: 'user', content: 'Привет' }] } as const;

test('a batch of turns goes out as JSON Lines, one request a line', async () => {
  const { context, scripted } = v1Context(() => ({ json: created }));
  const batch = await new Batches(context).create({
    method: 'chat_completions',
    requests: [
      { id: 'r1', turn },
      { id: 'r2', turn: { ...turn, model: 'GigaChat-2-Max', temperature: 0.5 } },
    ],
  });
  expect(batch).toEqual({
    id: 'b1',
    method: 'chat_completions',
    status: 'created',
    requestCounts: { total: 2, completed: undefined, failed: undefined },
    createdAtMs: 1768996200000,
    updatedAtMs: 1768996201000,
    outputFileId: undefined,
    raw: created,
    warnings: [],
  });
  const [call] = scripted.calls;
  expect(call).toMatchObject({
    method: 'POST',
    path: '/batches',
    query: { method: 'chat_completions' },
    contentType: 'application/octet-stream',
  });
  expect(call?.contentLength).toBe(call?.bytes.byteLength);
  expect(
    call?.text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as unknown),
  ).toEqual([
    { id: 'r1', request: { model: 'GigaChat-2', messages: [{ role: 'user', content: 'Привет' }] } },
    {
      id: 'r2',
      request: {
        model: 'GigaChat-2-Max',
        messages: [{ role: 'user', content: 'Привет' }],
        temperature: 0.5,
      },
    },
  ]);
});

test('what v1 cannot say is a warning that names the request', async () => {
  const { context } = v1Context(() => ({ json: created }));
  const requests = [
    { id: 'r1', turn },
    { id: 'r2', turn: { ...turn, timezone: 'Europe/Moscow' } },
  ];
  const { warnings } = await new Batches(context).create({ method: 'chat_completions', requests });
  expect(warnings.map(({ field }) => field)).toEqual(['requests[1].turn.timezone']);
});

test('a batch of texts goes to the embedder', async () => {
  const { context, scripted } = v1Context(() => ({ json: { ...created, method: 'embedder' } }));
  await new Batches(context).create({
    method: 'embedder',
    model: 'Embeddings-2',
    requests: [
      { id: 'r1', input: 'раз' },
      { id: 'r2', input: ['два', 'три'] },
    ],
  });
  expect(scripted.calls[0]?.query).toEqual({ method: 'embedder' });
  expect(scripted.calls[0]?.text).toBe(
    '{"id":"r1","request":{"model":"Embeddings-2","input":["раз"]}}\n' +
      '{"id":"r2","request":{"model":"Embeddings-2","input":["два","три"]}}\n',
  );
});

test.each([
  ['no requests', [], 'requests'],
  ['an empty id', [{ id: '', input: 'x' }], 'requests[0].id'],
  [
    'an id used twice',
    [
      { id: 'a', input: 'x' },
      { id: 'a', input: 'y' },
    ],
    'requests[1].id',
  ],
])('%s is refused by name', async (_name, requests, field) => {
  const { context, scripted } = v1Context(() => ({ json: created }));
  await expect(new Batches(context).create({ method: 'embedder', requests })).rejects.toMatchObject({
    kind: 'invalid-request',
    field,
  });
  expect(scripted.calls).toHaveLength(0);
});

test.each([
  ['a list in `batches`', { batches: [created] }],
  ['a bare list', [created]],
  ['one batch alone', created],
])('%s is read', async (_name, json) => {
  const { context, scripted } = v1Context(() => ({ json }));
  const batches = new Batches(context);
  expect((await batches.list()).map(({ id }) => id)).toEqual(['b1']);
  expect((await batches.retrieve('b1')).status).toBe('created');
  expect(scripted.calls.map(({ query }) => query)).toEqual([{}, { batch_id: 'b1' }]);
});

test.each([[{ batches: [] }], [[]], [{}], [null], [{ batches: [{}] }]])(
  'an answer without the batch, %j, means that there is none',
  async (json) => {
    const { context } = v1Context(() => ({ json }));
    await expect(new Batches(context).retrieve('b1')).rejects.toMatchObject({ kind: 'not-found' });
  },
);

const lines = [
  {
    id: 'r2',
    result: {
      choices: [{ message: { role: 'assistant', content: 'Привет!' }, index: 0, finish_reason: 'stop' }],
      created: 1768996171,
      model: 'GigaChat-2:2.0.28.2',
      object: 'chat.completion',
      usage: { prompt_tokens: 10, completion_tokens: 3, total_tokens: 13, precached_prompt_tokens: 2 },
    },
  },
  {
    id: 'e1',
    result: {
      model: 'Embeddings',
      data: [
        { index: 1, embedding: [2], usage: { prompt_tokens: 4 } },
        { index: 0, embedding: [1], usage: { prompt_tokens: 3 } },
      ],
    },
  },
  { id: 'e2', result: { data: [] } },
  { id: 'r1', error: { status: 422, message: 'Invalid params' } },
  { id: 'r3', result: { status: 500, message: 'Internal Server Error' } },
  { id: 'r4', outcome: 'novel' },
  { result: { novel: true } },
];

const chunksOf = (values: readonly unknown[]) => [
  new TextEncoder().encode(values.map((value) => JSON.stringify(value)).join('\n')),
];

test('results come as they are read, by id, each told apart by its type', async () => {
  const { context, scripted } = v1Context((call) =>
    call.path === '/batches' ? { json: { batches: [completed] } } : { chunks: chunksOf(lines) },
  );
  const results = await readAll(new Batches(context).results('b1'));
  expect(scripted.calls.at(-1)).toMatchObject({ method: 'GET', path: '/files/out1/content' });
  expect(results.map(({ id, type }) => [id, type])).toEqual([
    ['r2', 'turn'],
    ['e1', 'embeddings'],
    ['e2', 'embeddings'],
    ['r1', 'error'],
    ['r3', 'error'],
    ['r4', 'unknown'],
    ['', 'unknown'],
  ]);
  expect(results[0]).toMatchObject({
    turn: { text: 'Привет!', finishReason: 'stop', usage: { inputTokens: 12, outputTokens: 3 } },
  });
  expect(results[1]).toMatchObject({
    embeddings: [[1], [2]],
    model: 'Embeddings',
    usage: { inputTokens: 7 },
  });
  expect(results[2]).toMatchObject({ embeddings: [], usage: { inputTokens: undefined } });
  expect(results[3]).toMatchObject({ status: 422, message: 'Invalid params', raw: lines[3] });
});

test('a call in a result is a call of the turn', async () => {
  const message = { role: 'assistant', content: '', function_call: { name: 'now', arguments: {} } };
  const result = { choices: [{ message, index: 0, finish_reason: 'function_call' }], model: 'GigaChat-2' };
  const { context } = v1Context((call) =>
    call.path === '/batches' ? { json: [completed] } : { chunks: chunksOf([{ id: 'r1', result }]) },
  );
  const [line] = await readAll(new Batches(context).results('b1'));
  expect(line).toMatchObject({
    type: 'turn',
    turn: { finishReason: 'tool-calls', toolCalls: [{ name: 'now' }] },
  });
});

test('a batch at hand is not asked for again', async () => {
  const { context, scripted } = v1Context(() => ({ chunks: chunksOf(lines.slice(0, 1)) }));
  const batches = new Batches(context);
  const [batch] = await new Batches(v1Context(() => ({ json: [completed] })).context).list();
  if (batch === undefined) throw new Error('There was no batch.');
  expect(await readAll(batches.results(batch))).toHaveLength(1);
  expect(scripted.calls).toHaveLength(1);
});

test('a batch without results says how it stands', async () => {
  const { context } = v1Context(() => ({ json: [created] }));
  await expect(readAll(new Batches(context).results('b1'))).rejects.toMatchObject({
    kind: 'invalid-request',
    message: expect.stringContaining('created'),
  });
});

test('leaving the results early lets go of the connection', async () => {
  const { context, scripted } = v1Context((call) =>
    call.path === '/batches'
      ? { json: [completed] }
      : { chunks: lines.map((line) => new TextEncoder().encode(`${JSON.stringify(line)}\n`)) },
  );
  for await (const { id } of new Batches(context).results('b1')) {
    expect(id).toBe('r2');
    break;
  }
  expect(scripted.discarded).toBe(1);
});

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

test('waits through created and in progress', async () => {
  const states = [created, { ...created, status: 'in_progress' }, completed];
  const { context, scripted } = v1Context(() => ({ json: [states[scripted.calls.length - 1]] }));
  const waiting = new Batches(context).wait('b1');
  await vi.runAllTimersAsync();
  expect(await waiting).toMatchObject({ status: 'completed', outputFileId: 'out1' });
  expect(scripted.calls).toHaveLength(3);
});
