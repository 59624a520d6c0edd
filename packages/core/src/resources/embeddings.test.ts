import { expect, test } from 'vitest';
import { ScriptedContext, type SeenCall } from './__fixtures__/scripted-context.ts';
import { Embeddings } from './embeddings.ts';

const inputOf = (call: SeenCall) => (call.json as { input: string[] }).input;

/** The server as recorded: no usage at the top, one per item; here in reverse, to prove that order is by index. */
const answer = (call: SeenCall) => ({
  json: {
    object: 'list',
    model: 'Embeddings',
    data: inputOf(call)
      .map((text, index) => ({
        object: 'embedding',
        index,
        embedding: [Number(text), 3, 4],
        usage: { prompt_tokens: 7 },
      }))
      .toReversed(),
  },
  headers: { 'x-request-id': inputOf(call)[0] ?? '' },
});

const numbers = (count: number) => Array.from({ length: count }, (_, index) => String(index));

test('one text gives one vector', async () => {
  const context = new ScriptedContext(answer);
  const result = await new Embeddings(context).create({ input: '5' });
  expect(result).toEqual({
    embeddings: [[5, 3, 4]],
    usage: { inputTokens: 7 },
    model: 'Embeddings',
    headers: { 'x-request-id': '5' },
  });
  expect(context.calls[0]).toMatchObject({
    path: '/embeddings',
    json: { model: 'Embeddings', input: ['5'] },
  });
});

test('vectors that the server returns in another order stand where their texts stand', async () => {
  const context = new ScriptedContext(answer, 4);
  const { embeddings, usage, headers } = await new Embeddings(context).create({ input: numbers(1_000) });
  expect(embeddings.map(([first]) => first)).toEqual(numbers(1_000).map(Number));
  expect(usage.inputTokens).toBe(7_000);
  expect(headers['x-request-id']).toBe('0');
  expect(context.calls).toHaveLength(12);
});

test('no more requests wait than the client sends at once', async () => {
  const context = new ScriptedContext(async (call) => {
    await new Promise((resolve) => setImmediate(resolve));
    return answer(call);
  }, 3);
  await new Embeddings(context).create({ input: numbers(900) });
  expect(context.mostInFlight).toBe(3);
});

test('an unlimited client opens a bounded number of requests', async () => {
  const context = new ScriptedContext(async (call) => {
    await new Promise((resolve) => setImmediate(resolve));
    return answer(call);
  }, Number.POSITIVE_INFINITY);
  await new Embeddings(context).create({ input: numbers(9_000) });
  expect(context.mostInFlight).toBe(64);
});

test('the first failure ends the call and starts no further request', async () => {
  const context = new ScriptedContext((call) =>
    call.text.includes('"90"') ? { status: 500 } : answer(call),
  );
  await expect(new Embeddings(context).create({ input: numbers(900) })).rejects.toMatchObject({
    kind: 'server',
  });
  expect(context.calls).toHaveLength(2);
});

test('an abort passes its own reason through', async () => {
  const controller = new AbortController();
  const reason = new Error('enough');
  const context = new ScriptedContext((call) => {
    controller.abort(reason);
    return answer(call);
  });
  const call = new Embeddings(context).create({ input: numbers(900) }, { signal: controller.signal });
  await expect(call).rejects.toBe(reason);
  expect(context.calls).toHaveLength(1);
});

test('a call whose signal has fired sends nothing', async () => {
  const context = new ScriptedContext(answer);
  const signal = AbortSignal.abort('before');
  await expect(new Embeddings(context).create({ input: '1' }, { signal })).rejects.toBe('before');
  expect(context.calls).toHaveLength(0);
});

test('l2 scales vectors to length 1 and leaves zeros alone', async () => {
  const context = new ScriptedContext(() => ({
    json: {
      data: [
        { index: 0, embedding: [0, 3, 4] },
        { index: 1, embedding: [0, 0, 0] },
      ],
    },
  }));
  const { embeddings } = await new Embeddings(context).create({ input: ['a', 'b'], normalize: 'l2' });
  expect(embeddings).toEqual([
    [0, 0.6, 0.8],
    [0, 0, 0],
  ]);
});

test('an instruction goes before every text', async () => {
  const context = new ScriptedContext(answer);
  await new Embeddings(context).create({ input: ['1', '2'], instruction: '0', model: 'EmbeddingsGigaR' });
  expect(context.calls[0]?.json).toEqual({ model: 'EmbeddingsGigaR', input: ['01', '02'] });
});

test('a smaller batch may be asked for, and an impossible one is refused by name', async () => {
  const context = new ScriptedContext(answer);
  await new Embeddings(context).create({ input: numbers(5), batchSize: 2 });
  expect(context.calls.map((call) => inputOf(call).length)).toEqual([2, 2, 1]);
  for (const batchSize of [0, -1, 1.5]) {
    await expect(new Embeddings(context).create({ input: '1', batchSize })).rejects.toMatchObject({
      field: 'batchSize',
    });
  }
});

test('no texts cost no request', async () => {
  const context = new ScriptedContext(answer);
  expect(await new Embeddings(context).create({ input: [] })).toMatchObject({ embeddings: [] });
  expect(context.calls).toHaveLength(0);
});

test.each([
  ['', 'input'],
  [['a', ''], 'input[1]'],
  [[7 as unknown as string], 'input[0]'],
])('%j is refused by name', async (input, field) => {
  const context = new ScriptedContext(answer);
  await expect(new Embeddings(context).create({ input })).rejects.toMatchObject({
    kind: 'invalid-request',
    field,
  });
});

test.each([
  ['a vector too few', { data: [{ index: 0, embedding: [1] }] }],
  [
    'an index that is nobody’s',
    {
      data: [
        { index: 0, embedding: [1] },
        { index: 9, embedding: [1] },
      ],
    },
  ],
  [
    'a vector that is none',
    {
      data: [
        { index: 0, embedding: [1] },
        { index: 1, embedding: 'AAAA' },
      ],
    },
  ],
  ['no data', {}],
])('%s is a server error and never a hole', async (_name, json) => {
  const context = new ScriptedContext(() => ({ json }));
  await expect(new Embeddings(context).create({ input: ['a', 'b'] })).rejects.toMatchObject({
    kind: 'server',
    message: expect.stringContaining('of 2 vectors'),
  });
});

test('items without an index are taken in their order, usage at the top is read, and so is none', async () => {
  const data = [{ embedding: [1] }, { embedding: [2] }];
  const withUsage = new ScriptedContext(() => ({ json: { data, usage: { prompt_tokens: 9 } } }));
  const result = await new Embeddings(withUsage).create({ input: ['a', 'b'] });
  expect(result).toMatchObject({ embeddings: [[1], [2]], usage: { inputTokens: 9 }, model: 'Embeddings' });
  const without = new ScriptedContext(() => ({ json: { data } }));
  const { usage } = await new Embeddings(without).create({ input: ['a', 'b'] });
  expect(usage.inputTokens).toBeUndefined();
});
