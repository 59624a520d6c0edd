import type { ServerResponse } from 'node:http';
import { expect, test, vi } from 'vitest';
import { isTimeoutError } from '../errors/index.ts';
import { GigaChat } from '../gigachat.ts';
import type { GigaChatSettings } from '../settings.ts';
import { scriptedFetch } from './__fixtures__/scripted-fetch.ts';
import { startServer } from './__fixtures__/start-server.ts';

const messages = [{ role: 'user', content: 'Привет' }] as const;
const frame = (text: string) =>
  `data: ${JSON.stringify({ choices: [{ delta: { content: text }, index: 0 }], model: 'GigaChat-2' })}\n\n`;
const lastFrame = `data: ${JSON.stringify({ choices: [{ delta: {}, index: 0, finish_reason: 'stop' }], model: 'GigaChat-2' })}\n\ndata: [DONE]\n\n`;

/** A server that hands every answer over to the test, after a first one of its own. */
async function handedOver(settings: GigaChatSettings = {}) {
  const answers: ServerResponse[] = [];
  const gone: Promise<void>[] = [];
  let isWarm = false;
  const server = await startServer((_, response) => {
    if (!isWarm) return void response.end('{"data":[]}');
    gone.push(new Promise((resolve) => response.on('close', () => resolve())));
    answers.push(response);
  });
  const giga = new GigaChat({ accessToken: 'token', baseUrl: server.url, maxRetries: 0, ...settings });
  // Loads the engine and opens a connection, so that the short limits of these tests time the server alone.
  await giga.models.list({ timeoutMs: 10_000 });
  isWarm = true;
  const answer = async () => {
    await vi.waitFor(() => expect(answers.length).toBeGreaterThan(0), { interval: 2 });
    const response = answers.shift();
    if (response === undefined) throw new Error('no request came');
    return response;
  };
  return { giga, server, answer, gone };
}

const timeoutOf = async (call: Promise<unknown>) => {
  const error: unknown = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!isTimeoutError(error)) throw new Error(`a TimeoutError was expected, not ${String(error)}`);
  return error;
};

test('a server that never answers: a timeout of the phase "headers", and the connection is closed', async () => {
  const { giga, gone } = await handedOver({ timeoutMs: 50 });
  const error = await timeoutOf(giga.models.list());
  expect(error).toMatchObject({ phase: 'headers', timeoutMs: 50 });
  expect(error.message).toContain('models.list');
  expect(error.hint).toContain('GIGACHAT_TIMEOUT');
  await gone[0];
});

test('a header timeout is not tried again by itself, since the server may still be at work', async () => {
  const { giga, gone } = await handedOver({ timeoutMs: 50, maxRetries: 2, retry: { initialDelayMs: 0 } });
  await timeoutOf(giga.models.list());
  expect(gone).toHaveLength(1);
});

test('a policy may try it again', async () => {
  const { giga, gone } = await handedOver({
    timeoutMs: 50,
    retry: { maxRetries: 1, initialDelayMs: 0, isRetryable: isTimeoutError },
  });
  await timeoutOf(giga.models.list());
  expect(gone).toHaveLength(2);
});

test('a stream that stalls: a timeout of the phase "idle", and the connection is closed', async () => {
  const { giga, answer, gone } = await handedOver({ timeoutMs: 1000 });
  const streaming = giga.chat.stream({ messages }, { timeoutMs: 80 });
  const response = await answer();
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  response.write(frame('При'));
  const stream = await streaming;
  const texts: string[] = [];
  const error = await timeoutOf(
    (async () => {
      for await (const text of stream.textStream) texts.push(text);
    })(),
  );
  expect(error.phase).toBe('idle');
  expect(texts).toEqual(['При']);
  await gone[0];
});

test('an answer that stalls inside its body is an idle timeout as well', async () => {
  const { giga, answer } = await handedOver({ timeoutMs: 80 });
  const listing = giga.models.list();
  const response = await answer();
  response.writeHead(200, { 'content-type': 'application/json' });
  response.write('{"data":');
  expect((await timeoutOf(listing)).phase).toBe('idle');
});

test('"timeout of 30000ms exceeded" is not met: a long answer may take many times the limit, as long as it goes on', async () => {
  const { giga, answer } = await handedOver({ timeoutMs: 150 });
  const streaming = giga.chat.stream({ messages });
  const response = await answer();
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  let sent = 0;
  const timer = setInterval(() => {
    sent += 1;
    if (sent <= 10) response.write(frame(String(sent)));
    else response.end(lastFrame);
    if (sent > 10) clearInterval(timer);
  }, 40);
  expect((await (await streaming).result()).text).toBe('12345678910');
});

test('a slow reader is not a silent server', async () => {
  const { giga, answer } = await handedOver({ timeoutMs: 60 });
  const streaming = giga.chat.stream({ messages });
  const response = await answer();
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  response.write(frame('a'));
  const stream = await streaming;
  const texts: string[] = [];
  for await (const text of stream.textStream) {
    texts.push(text);
    if (texts.length > 1) continue;
    // Longer than the limit, with nothing asked of the server.
    await new Promise((resolve) => setTimeout(resolve, 150));
    response.end(frame('b') + lastFrame);
  }
  expect(texts).toEqual(['a', 'b']);
});

test('the time limits hold for a fetch that ignores its signal', async () => {
  const deaf = new GigaChat({ accessToken: 'token', fetch: () => new Promise(() => {}), timeoutMs: 40 });
  expect((await timeoutOf(deaf.models.list())).phase).toBe('headers');
  const mute = new GigaChat({
    accessToken: 'token',
    fetch: () => Promise.resolve(new Response(new ReadableStream())),
    timeoutMs: 40,
  });
  expect((await timeoutOf(mute.models.list())).phase).toBe('idle');
});

test('an abort before, during and after the headers rejects with its own reason', async () => {
  const { giga, answer } = await handedOver();
  const reason = { any: 'thing' };

  const before = AbortSignal.abort(reason);
  await expect(giga.models.list({ signal: before })).rejects.toBe(reason);

  const during = new AbortController();
  const waiting = giga.models.list({ signal: during.signal });
  await answer();
  during.abort(reason);
  await expect(waiting).rejects.toBe(reason);

  const after = new AbortController();
  const reading = giga.models.list({ signal: after.signal });
  const response = await answer();
  response.writeHead(200, { 'content-type': 'application/json' });
  response.write('{"data":', () => after.abort(reason));
  await expect(reading).rejects.toBe(reason);
});

test('a signal that outlives its calls keeps no listeners of theirs', async () => {
  const script = scriptedFetch(() => Response.json({ data: [] }));
  const giga = new GigaChat({ accessToken: 'token', fetch: script.fetch });
  const { signal } = new AbortController();
  let listeners = 0;
  const add = vi.spyOn(signal, 'addEventListener').mockImplementation(() => void (listeners += 1));
  const remove = vi.spyOn(signal, 'removeEventListener').mockImplementation(() => void (listeners -= 1));
  for (let call = 0; call < 5; call += 1) await giga.models.list({ signal });
  await vi.waitFor(() => expect(listeners).toBeLessThanOrEqual(0));
  expect(remove.mock.calls.length).toBeGreaterThanOrEqual(add.mock.calls.length);
});

test.each([Infinity, 2 ** 31, 1e15])(
  'a limit of %d ms, which no timer can hold, does not fire at once',
  async (timeoutMs) => {
    const server = await startServer((_, response) => setTimeout(() => response.end('{"data":[]}'), 10));
    const giga = new GigaChat({ accessToken: 'token', baseUrl: server.url });
    await expect(giga.models.list({ timeoutMs })).resolves.toEqual([]);
  },
);

test.each([0, -1, NaN])('a limit of %d ms for a call is refused by name', async (timeoutMs) => {
  const giga = new GigaChat({ accessToken: 'token', fetch: () => Promise.reject(new Error('never sent')) });
  await expect(giga.models.list({ timeoutMs })).rejects.toMatchObject({
    name: 'InvalidRequestError',
    field: 'timeoutMs',
  });
});

test('a stream that was begun and forgotten holds no timer, so that the process can end', async () => {
  vi.useFakeTimers();
  try {
    const encoder = new TextEncoder();
    const body = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.enqueue(encoder.encode(frame('и ещё '))),
    });
    const script = scriptedFetch(
      () => new Response(body, { headers: { 'content-type': 'text/event-stream' } }),
    );
    const giga = new GigaChat({ accessToken: 'token', fetch: script.fetch, timeoutMs: 1000 });
    const batches = (await giga.chat.stream({ messages })).batches[Symbol.asyncIterator]();
    await batches.next();
    await vi.advanceTimersByTimeAsync(5000);
    expect(vi.getTimerCount()).toBe(0);
    await batches.next();
    expect(vi.getTimerCount()).toBe(1);
  } finally {
    vi.useRealTimers();
  }
});
