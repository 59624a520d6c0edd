import { connect } from 'node:net';
import { once } from 'node:events';
import { startEmulator, type EmulatorOptions, type RunningEmulator } from '@gigakit/emulator';
import {
  startOpenAiProxy,
  type RequestRecord,
  type RunningOpenAiProxy,
  type StartOpenAiProxyOptions,
} from '@gigakit/openai-proxy';
import OpenAI from 'openai';
import { afterEach, expect, test, vi } from 'vitest';
import { postJson } from './serve-over-emulator.ts';

const open: { close(): Promise<void> }[] = [];

afterEach(async () => {
  for (const server of open.splice(0).toReversed()) await server.close();
});

interface Started {
  readonly emulator: RunningEmulator;
  readonly running: RunningOpenAiProxy;
  readonly openai: OpenAI;
  readonly records: RequestRecord[];
}

async function start(options: StartOpenAiProxyOptions = {}, like: EmulatorOptions = {}): Promise<Started> {
  const emulator = await startEmulator({ port: 0, ...like });
  open.push(emulator);
  const records: RequestRecord[] = [];
  const { credentials, baseUrl, authUrl } = emulator;
  const running = await startOpenAiProxy({
    port: 0,
    onRequest: (record) => records.push({ ...record }),
    ...options,
    gigachat: { credentials, baseUrl, authUrl, maxRetries: 0, ...options.gigachat },
  });
  open.push({ close: () => running.close({ graceMs: 0 }) });
  const openai = new OpenAI({ apiKey: 'unused', baseURL: running.baseUrl, maxRetries: 0 });
  return { emulator, running, openai, records };
}

const model = 'GigaChat-2';
const messages = [{ role: 'user' as const, content: 'Привет' }];
const endless = {
  type: 'answer',
  text: Array.from({ length: 20 }, () => 'слово '),
  faults: [{ type: 'hang', afterBytes: 700 }],
} as const;

test('a caller that aborts stops the request to GigaChat and frees its place', async () => {
  const { emulator, openai, records } = await start();
  emulator.enqueue(endless);
  const controller = new AbortController();
  const stream = await openai.chat.completions.create(
    { model, messages, stream: true },
    { signal: controller.signal },
  );
  const chunks = stream[Symbol.asyncIterator]();
  await chunks.next();
  expect(emulator.inFlight).toBe(1);
  controller.abort();
  await vi.waitFor(() => expect(emulator.inFlight).toBe(0));
  await vi.waitFor(() => expect(records.at(-1)).toMatchObject({ outcome: 'cancelled' }));
  // An account with one place answers the next caller only when that place is free.
  const next = await openai.chat.completions.create({ model, messages });
  expect(next.choices).toHaveLength(1);
});

test('a caller whose socket dies before the answer stops the request too', async () => {
  const { emulator, running, records } = await start();
  emulator.enqueue({ type: 'answer', text: 'x', faults: [{ type: 'hang' }] });
  const body = JSON.stringify({ model, messages });
  const socket = connect(running.port, '127.0.0.1');
  await once(socket, 'connect');
  socket.write(
    `POST /v1/chat/completions HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  );
  await vi.waitFor(() => expect(emulator.inFlight).toBe(1));
  socket.destroy();
  await vi.waitFor(() => expect(emulator.inFlight).toBe(0));
  await vi.waitFor(() => expect(records.at(-1)).toMatchObject({ outcome: 'cancelled', status: 499 }));
});

test('a caller who stops reading stops the proxy from reading on', async () => {
  const { emulator, running } = await start();
  const word = 'слово '.repeat(2_000);
  emulator.enqueue({ type: 'answer', text: Array.from({ length: 2_000 }, () => word) });
  const response = await fetch(
    `${running.baseUrl}/chat/completions`,
    postJson({ model, messages, stream: true }),
  );
  const reader = response.body?.getReader();
  await reader?.read();
  // 46 MB in all: were nobody held back, the emulator would be done with it.
  await expect(
    vi.waitFor(() => expect(emulator.inFlight).toBe(0), { timeout: 1_500, interval: 50 }),
  ).rejects.toThrow('1');
  await reader?.cancel();
  await vi.waitFor(() => expect(emulator.inFlight).toBe(0));
});

test('twenty callers share one place: all are answered, and GigaChat sees one at a time', async () => {
  const { emulator, openai } = await start({}, { maxConcurrency: 1 });
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => openai.chat.completions.create({ model, messages })),
  );
  expect(answers).toHaveLength(20);
  expect(emulator.journal.filter(({ status }) => status === 429)).toEqual([]);
});

test('a full queue and a long wait are 429s that say so', async () => {
  const { emulator, openai } = await start({ maxQueue: 1, maxQueueWaitMs: 100 });
  emulator.enqueue(endless);
  const stream = await openai.chat.completions.create({ model, messages, stream: true });
  await stream[Symbol.asyncIterator]().next();
  const outcomes = await Promise.allSettled([
    openai.chat.completions.create({ model, messages }),
    openai.chat.completions.create({ model, messages }),
  ]);
  for (const outcome of outcomes) {
    expect(outcome).toMatchObject({ status: 'rejected', reason: { status: 429, code: 'concurrency_limit' } });
  }
  stream.controller.abort();
});

test('a silent stream is kept alive by comments', async () => {
  const { emulator, running } = await start({ pingMs: 20 });
  emulator.enqueue(endless);
  const response = await fetch(
    `${running.baseUrl}/chat/completions`,
    postJson({ model, messages, stream: true }),
  );
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  let isOver = false;
  while (!isOver && !text.includes(': ping\n\n')) {
    const next = await reader?.read();
    isOver = next?.done !== false;
    text += next?.value ?? '';
  }
  expect(text).toContain(': ping\n\n');
  await reader?.cancel();
});

test('closing lets an open stream end, and takes nobody new', async () => {
  const { emulator, running, openai } = await start();
  const faults = [{ type: 'slow', chunkBytes: 200, everyMs: 10 }] as const;
  emulator.enqueue({ type: 'answer', text: Array.from({ length: 10 }, () => 'слово '), faults });
  const stream = await openai.chat.completions.create({ model, messages, stream: true });
  const chunks = stream[Symbol.asyncIterator]();
  await chunks.next();
  const closed = running.close({ graceMs: 10_000 });
  let text = '';
  let finish: string | null = null;
  for (let next = await chunks.next(); next.done !== true; next = await chunks.next()) {
    text += next.value.choices[0]?.delta.content ?? '';
    finish = next.value.choices[0]?.finish_reason ?? finish;
  }
  expect([text, finish]).toEqual(['слово '.repeat(10), 'stop']);
  await closed;
  await expect(fetch(`${running.url}/health`)).rejects.toThrow('fetch failed');
});

test('a stream that outlasts the grace is broken off with an error event, not ended', async () => {
  const { emulator, running } = await start();
  emulator.enqueue(endless);
  const response = await fetch(
    `${running.baseUrl}/chat/completions`,
    postJson({ model, messages, stream: true }),
  );
  const closed = running.close({ graceMs: 50 });
  const text = await response.text();
  expect(text).toContain('"code":"shutting_down"');
  expect(text).not.toContain('[DONE]');
  await closed;
});

test('a caller who reads nothing does not hold up the shutdown', async () => {
  const { emulator, running, records } = await start();
  const word = 'слово '.repeat(2_000);
  emulator.enqueue({ type: 'answer', text: Array.from({ length: 2_000 }, () => word) });
  const response = await fetch(
    `${running.baseUrl}/chat/completions`,
    postJson({ model, messages, stream: true }),
  );
  expect(response.status).toBe(200);
  await running.close({ graceMs: 50 });
  expect(records).toHaveLength(1);
  expect(records[0]?.outcome).not.toBe('done');
  const rest = await response.text().catch(() => '');
  expect(rest.includes('[DONE]')).toBe(false);
});

test('a body above the limit is refused, told by its length or found out on the way', async () => {
  const { running, emulator } = await start({ maxBodyBytes: 2_000 });
  const body = JSON.stringify({ model, messages: [{ role: 'user', content: 'x'.repeat(5_000) }] });
  const known = await fetch(`${running.baseUrl}/chat/completions`, { method: 'POST', body });
  const chunked = await fetch(`${running.baseUrl}/chat/completions`, {
    method: 'POST',
    body: new Blob([body]).stream(),
    duplex: 'half',
  });
  for (const response of [known, chunked]) {
    expect(response.status).toBe(413);
    expect(await response.json()).toMatchObject({ error: { code: 'request_too_large' } });
  }
  expect(emulator.journal).toEqual([]);
});

test.each([
  ['no JSON', '{', 'invalid_json'],
  ['too deep', `${'['.repeat(10_000)}${']'.repeat(10_000)}`, null],
  ['no object', '[]', 'invalid_value'],
])('a body that is %s is a 400', async (_, body, code) => {
  const { running } = await start();
  const response = await fetch(`${running.baseUrl}/chat/completions`, { method: 'POST', body });
  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({ error: { code, type: 'invalid_request_error' } });
});

test('every answer carries a request id: the one the caller sent, or one made here', async () => {
  const { running, emulator } = await start();
  const asked = await fetch(`${running.baseUrl}/models`, { headers: { 'x-request-id': 'my-id.1' } });
  expect(asked.headers.get('x-request-id')).toBe('my-id.1');
  expect(emulator.journal.at(-1)?.headers['x-request-id']).toBe('my-id.1');
  for (const path of ['/v1/models', '/v1/nowhere', '/health']) {
    expect((await fetch(running.url + path)).headers.get('x-request-id')).toMatch(/^[\w-]{36}$/);
  }
});

test('pages of a listed origin may call from a browser, others may not', async () => {
  const { running } = await start({ corsOrigins: ['https://app.example'] });
  const ask = (origin: string) =>
    fetch(`${running.baseUrl}/models`, {
      method: 'OPTIONS',
      headers: { origin, 'access-control-request-method': 'GET' },
    });
  expect((await ask('https://app.example')).headers.get('access-control-allow-origin')).toBe(
    'https://app.example',
  );
  expect((await ask('https://evil.example')).headers.get('access-control-allow-origin')).toBeNull();
});
