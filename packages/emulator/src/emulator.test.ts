import { GigaChat } from '@gigakit/core';
import { expect, test } from 'vitest';
import { callApi, hello } from './__fixtures__/call-api.ts';
import { createEmulator } from './emulator.ts';

const chat = '/v1/chat/completions';
const ask = { model: 'GigaChat-2', messages: hello };

test('scripted replies are said in the order they were queued, then the emulator answers itself', async () => {
  const emulator = createEmulator();
  emulator.enqueue({ type: 'answer', text: 'первый' }, { type: 'answer', text: 'второй' });

  const texts: string[] = [];
  for (let turn = 0; turn < 3; turn += 1)
    texts.push(await (await callApi(emulator, chat, { json: ask })).text());

  expect(texts[0]).toContain('первый');
  expect(texts[1]).toContain('второй');
  expect(texts[2]).not.toContain('второй');
});

test('a reply can wait for a model, a message or a condition', async () => {
  const emulator = createEmulator();
  emulator.when({ model: 'GigaChat-2-Max' }, { type: 'answer', text: 'по модели' });
  emulator.when({ lastMessage: /погода/ }, { type: 'answer', text: 'по словам' });
  emulator.once(
    { where: ({ headers }) => headers['x-session-id'] === 's1' },
    { type: 'answer', text: 'по сессии' },
  );

  const text = async (json: unknown, headers = {}): Promise<string> =>
    (await callApi(emulator, chat, { json, headers })).text();

  expect(await text({ ...ask, model: 'GigaChat-2-Max' })).toContain('по модели');
  expect(await text({ ...ask, messages: [{ role: 'user', content: 'Какая погода?' }] })).toContain(
    'по словам',
  );
  expect(await text(ask, { 'X-Session-ID': 's1' })).toContain('по сессии');
  expect(await text(ask, { 'X-Session-ID': 's1' })).not.toContain('по сессии');
});

test('a function makes each reply out of its request', async () => {
  const emulator = createEmulator();
  emulator.when({}, ({ body }) => ({ type: 'answer', text: `получено: ${JSON.stringify(body).length > 0}` }));

  expect(await (await callApi(emulator, chat, { json: ask })).text()).toContain('получено: true');
});

test('faults and refusals can be scripted for any endpoint by its path', async () => {
  const emulator = createEmulator();
  emulator.once({ path: 'models' }, { type: 'error', status: 500, message: 'Internal Server Error' });
  emulator.once(
    { path: '/api/v2/oauth' },
    { type: 'error', status: 401, code: 6, message: "credentials doesn't match db data" },
  );
  emulator.once({ path: /tokens/ }, { type: 'answer', faults: [{ type: 'end-early', afterBytes: 5 }] });

  const models = await callApi(emulator, '/v1/models');
  const oauth = await callApi(emulator, '/api/v2/oauth', { method: 'POST', token: null });
  const tokens = await callApi(emulator, '/v1/tokens/count', {
    json: { model: 'GigaChat-2', input: ['раз'] },
  });

  expect([models.status, await models.text()]).toEqual([
    500,
    '{"status":500,"message":"Internal Server Error"}\n',
  ]);
  expect([oauth.status, await oauth.text()]).toEqual([
    401,
    '{"code":6,"message":"credentials doesn\'t match db data"}\n',
  ]);
  expect(await tokens.text()).toBe('[{"ob');
  expect((await callApi(emulator, '/v1/models')).status).toBe(200);
});

test('a scripted answer is kept for a request that passes validation', async () => {
  const emulator = createEmulator();
  emulator.enqueue({ type: 'answer', text: 'дождался' });

  expect((await callApi(emulator, chat, { json: { ...ask, model: 'нет такой' } })).status).toBe(404);
  expect(await (await callApi(emulator, chat, { json: ask })).text()).toContain('дождался');
});

test('the journal shows each request and hides its secrets', async () => {
  const emulator = createEmulator();
  const token = emulator.issueToken();

  await callApi(emulator, '/api/v1/chat/completions?trace=1', { json: ask, token });
  await callApi(emulator, '/api/v2/oauth', {
    token: null,
    body: new URLSearchParams({ scope: 'GIGACHAT_API_PERS' }),
    headers: {
      Authorization: `Basic ${emulator.credentials}`,
      RqUID: '6f0b1291-c7f3-43c6-bb2e-9f3efb2dc98e',
    },
  });

  expect(emulator.journal).toMatchObject([
    {
      method: 'POST',
      path: '/api/v1/chat/completions',
      endpoint: 'chat/completions',
      query: { trace: '1' },
      status: 200,
      body: ask,
      headers: { authorization: 'Bearer ***' },
      isAborted: false,
    },
    {
      endpoint: 'oauth',
      status: 200,
      body: { scope: 'GIGACHAT_API_PERS' },
      headers: { authorization: 'Basic ***' },
    },
  ]);
  const shown = JSON.stringify(emulator.journal);
  expect(shown).not.toContain(token);
  expect(shown).not.toContain(emulator.credentials);
});

test('reset forgets scripts, journal, files and tokens', async () => {
  const emulator = createEmulator();
  const token = emulator.issueToken();
  emulator.enqueue({ type: 'answer', text: 'забытое' });
  await callApi(emulator, '/v1/models', { token });

  emulator.reset();

  expect(emulator.journal).toEqual([]);
  expect((await callApi(emulator, '/v1/models', { token })).status).toBe(401);
  expect(await (await callApi(emulator, chat, { json: ask })).text()).not.toContain('забытое');
});

test('a client that lives on after a reset signs in again and goes on', async () => {
  const emulator = createEmulator();
  await using giga = new GigaChat({ credentials: emulator.credentials, fetch: emulator.fetch });
  for (const text of ['раз', 'два', 'три']) {
    emulator.reset();
    emulator.enqueue({ type: 'answer', text });
    const turn = await giga.chat.generate({ messages: [{ role: 'user', content: 'Считай' }] });
    expect(turn.text).toBe(text);
  }
});

test('the same seed gives the same ids, another seed gives others', async () => {
  const state = async (seed: number): Promise<unknown> => {
    const emulator = createEmulator({ seed, now: () => 1_768_996_171_000 });
    emulator.enqueue({ type: 'answer', calls: [{ name: 'f', arguments: {} }] });
    return (await callApi(emulator, chat, { json: ask, token: emulator.issueToken() })).text();
  };

  expect(await state(7)).toBe(await state(7));
  expect(await state(7)).not.toBe(await state(8));
});

test('leaving a stream frees the request and is noted', async () => {
  const emulator = createEmulator();
  emulator.enqueue({ type: 'answer', text: ['раз', 'два'], faults: [{ type: 'hang', afterBytes: 30 }] });
  const response = await callApi(emulator, chat, { json: { ...ask, stream: true } });
  expect(emulator.inFlight).toBe(1);

  await response.body?.cancel();

  expect(emulator.inFlight).toBe(0);
  expect(emulator.journal[0]).toMatchObject({ isAborted: true });
});

test('an abort before the headers rejects with its own reason', async () => {
  const emulator = createEmulator();
  emulator.enqueue({ type: 'answer', text: 'никогда', faults: [{ type: 'hang' }] });
  const controller = new AbortController();
  const reason = new Error('передумал');

  const answer = callApi(emulator, chat, { json: ask, signal: controller.signal });
  controller.abort(reason);

  await expect(answer).rejects.toBe(reason);
  expect(emulator.inFlight).toBe(0);
});

test('an abort in the middle of a stream breaks its body with the same reason', async () => {
  const emulator = createEmulator();
  emulator.enqueue({ type: 'answer', text: ['раз', 'два'], faults: [{ type: 'hang', afterBytes: 30 }] });
  const controller = new AbortController();
  const reason = new Error('хватит');
  const response = await callApi(emulator, chat, {
    json: { ...ask, stream: true },
    signal: controller.signal,
  });
  const reader = response.body?.getReader();
  await reader?.read();

  controller.abort(reason);

  await expect(reader?.read()).rejects.toBe(reason);
  expect(emulator.inFlight).toBe(0);
});
