import { expect, test, vi } from 'vitest';
import {
  isConnectionError,
  isInvalidRequestError,
  isRateLimitError,
  isServerError,
} from '../errors/index.ts';
import { GigaChat } from '../gigachat.ts';
import type { ClientEvent, GigaChatSettings } from '../settings.ts';
import { refusal, scriptedFetch } from './__fixtures__/scripted-fetch.ts';
import { startServer } from './__fixtures__/start-server.ts';

type Answer = Response | Error | (() => Response);

/** A client whose calls are answered by these, one after another; the last one stands for all that follow. */
function scripted(answers: readonly Answer[], settings: GigaChatSettings = {}) {
  let next = 0;
  const script = scriptedFetch(() => {
    const answer = answers[Math.min(next, answers.length - 1)];
    next += 1;
    if (answer instanceof Error) throw answer;
    return typeof answer === 'function' ? answer() : (answer ?? new Response()).clone();
  });
  const events: ClientEvent[] = [];
  const giga = new GigaChat({
    accessToken: 'token',
    fetch: script.fetch,
    onEvent: (event) => events.push(event),
    ...settings,
    retry: { initialDelayMs: 0, ...settings.retry },
  });
  return { giga, events, seen: script.seen };
}

const ok = () => Response.json({ data: [] });

const lost = (code: string) =>
  new TypeError('fetch failed', { cause: Object.assign(new Error('gone'), { code }) });

test.each([429, 500, 502, 503, 504])('%i is tried again', async (status) => {
  const { giga, seen } = scripted([refusal(status, 'busy'), refusal(status, 'busy'), ok]);
  await expect(giga.models.list()).resolves.toEqual([]);
  expect(seen).toHaveLength(3);
});

test.each([400, 402, 403, 404, 413, 422])('%i is not tried again', async (status) => {
  const { giga, seen } = scripted([refusal(status, 'no'), ok]);
  await expect(giga.models.list()).rejects.toMatchObject({ status });
  expect(seen).toHaveLength(1);
});

test.each(['ECONNRESET', 'ECONNREFUSED', 'ENOTFOUND', 'UND_ERR_SOCKET'])(
  'a connection lost with %s is tried again',
  async (code) => {
    const { giga, seen } = scripted([lost(code), ok]);
    await expect(giga.models.list()).resolves.toEqual([]);
    expect(seen).toHaveLength(2);
  },
);

test('a certificate that is not trusted is not tried again', async () => {
  const { giga, seen } = scripted([lost('SELF_SIGNED_CERT_IN_CHAIN'), ok]);
  await expect(giga.models.list()).rejects.toSatisfy(isConnectionError);
  expect(seen).toHaveLength(1);
});

test('after the last attempt the error is what the server said', async () => {
  const { giga, seen } = scripted([refusal(429, 'Too many requests', { 'retry-after': '0' })]);
  const error: unknown = await giga.models.list().catch((reason: unknown) => reason);
  if (!isRateLimitError(error)) throw new Error('a RateLimitError was expected');
  expect(error.message).toContain('Too many requests');
  expect(error.retryAfterMs).toBe(0);
  expect(error.hint).toContain('maxConcurrency');
  expect(seen).toHaveLength(3);
});

test('maxRetries: 0 sends once, and a call may say otherwise', async () => {
  const { giga, seen } = scripted([refusal(503, 'busy')], { maxRetries: 0 });
  await expect(giga.models.list()).rejects.toSatisfy(isServerError);
  expect(seen).toHaveLength(1);
  await expect(giga.models.list({ maxRetries: 3 })).rejects.toSatisfy(isServerError);
  expect(seen).toHaveLength(5);
});

test('Retry-After decides the wait, and every wait is announced', async () => {
  vi.useFakeTimers();
  try {
    const { giga, events } = scripted([refusal(429, 'busy', { 'retry-after': '7' }), ok]);
    const call = giga.models.list();
    await vi.advanceTimersByTimeAsync(7000);
    await call;
    expect(events).toContainEqual(
      expect.objectContaining({ type: 'retry', operation: 'models.list', attempt: 1, delayMs: 7000 }),
    );
  } finally {
    vi.useRealTimers();
  }
});

test('a Retry-After beyond maxDelayMs is left to the caller', async () => {
  const { giga, seen } = scripted([refusal(429, 'busy', { 'retry-after': '3600' }), ok]);
  await expect(giga.models.list()).rejects.toMatchObject({ retryAfterMs: 3_600_000 });
  expect(seen).toHaveLength(1);
});

test('a policy may decide what is tried again, and how long to wait', async () => {
  const waits: number[] = [];
  const { giga, seen } = scripted([refusal(422, 'no'), refusal(503, 'no'), ok], {
    retry: {
      maxRetries: 5,
      isRetryable: (error) => (isInvalidRequestError(error) ? true : undefined),
      delayMs: (attempt) => {
        waits.push(attempt);
        return 0;
      },
    },
  });
  await giga.models.list();
  expect(seen).toHaveLength(3);
  expect(waits).toEqual([1, 2]);
});

test('an abort during the wait ends it with its own reason', async () => {
  const leaving = new AbortController();
  const reason = new Error('leaving');
  const { giga, seen } = scripted([refusal(503, 'busy')], {
    retry: { initialDelayMs: 20_000 },
    onEvent: (event) => {
      if (event.type === 'retry') leaving.abort(reason);
    },
  });
  await expect(giga.models.list({ signal: leaving.signal })).rejects.toBe(reason);
  expect(seen).toHaveLength(1);
});

test('an upload is sent again only when the server certainly did not take it', async () => {
  const upload = (answers: readonly Answer[]) => {
    const { giga, seen } = scripted(answers);
    return {
      outcome: giga.files.upload({
        data: new Uint8Array([1, 2, 3]),
        filename: 'a.txt',
        mediaType: 'text/plain',
      }),
      seen,
    };
  };
  const stored = () => Response.json({ id: 'f', object: 'file' });
  for (const passing of [refusal(429, 'busy'), refusal(503, 'busy'), lost('ECONNREFUSED')]) {
    const { outcome, seen } = upload([passing, stored]);
    await expect(outcome).resolves.toMatchObject({ id: 'f' });
    expect(seen).toHaveLength(2);
    expect(seen[1]?.body).toBe(seen[0]?.body);
  }
  for (const doubtful of [refusal(500, 'oops'), refusal(504, 'slow'), lost('ECONNRESET')]) {
    const { outcome, seen } = upload([doubtful, stored]);
    await expect(outcome).rejects.toThrow(/files\.upload|Could not reach/);
    expect(seen).toHaveLength(1);
  }
});

test('a server that drops the connection is asked again over a new one', async () => {
  let calls = 0;
  const server = await startServer((request, response) => {
    calls += 1;
    if (calls < 3) request.socket.destroy();
    else response.end('{"data":[]}');
  });
  const giga = new GigaChat({ accessToken: 'token', baseUrl: server.url, retry: { initialDelayMs: 0 } });
  await using _ = giga;
  await expect(giga.models.list()).resolves.toEqual([]);
  expect(calls).toBe(3);
});

test('an answer that breaks off after its headers is not asked for twice', async () => {
  let calls = 0;
  const server = await startServer((request, response) => {
    calls += 1;
    response.writeHead(200, { 'content-length': '1000' });
    response.write('{"data":', () => request.socket.destroy());
  });
  await using giga = new GigaChat({
    accessToken: 'token',
    baseUrl: server.url,
    retry: { initialDelayMs: 0 },
  });
  await expect(giga.models.list()).rejects.toThrow(/broke off/);
  expect(calls).toBe(1);
});
