import { expect, test } from 'vitest';
import { isInvalidRequestError, isServerError } from '../errors/index.ts';
import { GigaChat } from '../gigachat.ts';
import type { ClientEvent, GigaChatSettings } from '../settings.ts';
import { refusal, scriptedFetch } from './__fixtures__/scripted-fetch.ts';

function client(settings: GigaChatSettings = {}, answer: () => Response = () => Response.json({ data: [] })) {
  const script = scriptedFetch(answer);
  const giga = new GigaChat({ accessToken: 'token', fetch: script.fetch, maxRetries: 0, ...settings });
  return { giga, seen: script.seen };
}

test('every request says who asks; headers of the client and of the call come on top', async () => {
  const { giga, seen } = client({ headers: { 'X-Team': 'a', 'X-Both': 'client' }, sessionId: 'session-1' });
  await giga.models.list({
    headers: { 'x-both': 'call', 'x-none': undefined },
    requestId: 'r-1',
    clientId: 'c-1',
  });
  expect(Object.fromEntries(seen[0]?.headers ?? [])).toMatchObject({
    'user-agent': expect.stringMatching(/^gigakit/),
    'x-team': 'a',
    'x-both': 'call',
    'x-session-id': 'session-1',
    'x-request-id': 'r-1',
    'x-client-id': 'c-1',
    authorization: 'Bearer token',
  });
  expect(seen[0]?.headers.has('x-none')).toBe(false);
});

test('a session of the call goes before that of the client', async () => {
  const { giga, seen } = client({ sessionId: 'session-1' });
  await giga.models.list({ sessionId: 'session-2' });
  expect(seen[0]?.headers.get('x-session-id')).toBe('session-2');
});

test('headers of the client do not go to the sign-in host', async () => {
  const { giga, seen } = client(
    { accessToken: undefined, credentials: btoa('id:secret'), headers: { 'X-Team': 'a' } },
    () => Response.json({ access_token: 'token', data: [] }),
  );
  await giga.models.list();
  expect(seen.map(({ headers }) => headers.get('x-team'))).toEqual([null, 'a']);
});

test('what the caller gave is never changed', async () => {
  const settings: GigaChatSettings = Object.freeze({
    headers: Object.freeze({ 'X-A': 'a' }),
    retry: Object.freeze({}),
  });
  const { giga } = client(settings);
  const options = Object.freeze({ headers: Object.freeze({ 'X-B': 'b' }) });
  const request = Object.freeze({ input: Object.freeze(['a']) });
  await giga.models.list(options);
  await giga.tokens.count(request, options).catch(() => {});
  expect(options).toEqual({ headers: { 'X-B': 'b' } });
});

test('a header value of two lines is refused before it is sent', async () => {
  const { giga, seen } = client();
  const error: unknown = await giga.models
    .list({ headers: { 'X-A': 'a\r\nX-B: b' } })
    .catch((reason: unknown) => reason);
  if (!isInvalidRequestError(error)) throw new Error('an InvalidRequestError was expected');
  expect(error.field).toBe('headers.x-a');
  expect(seen).toEqual([]);
});

test('a 200 that is not JSON is a ServerError with the title of the page', async () => {
  const { giga } = client(
    {},
    () => new Response('<html><title>Please log in</title></html>', { headers: { 'x-request-id': 'r' } }),
  );
  const error: unknown = await giga.models.list().catch((reason: unknown) => reason);
  if (!isServerError(error)) throw new Error('a ServerError was expected');
  expect(error.message).toContain('Please log in');
  expect(error).toMatchObject({ status: 200, requestId: 'r', isRetryable: false });
  expect(error.hint).toContain('baseUrl');
});

test('an endless error page is read to a limit', async () => {
  let chunks = 0;
  const endless = () =>
    new ReadableStream<Uint8Array>({
      pull: (controller) => {
        chunks += 1;
        controller.enqueue(new Uint8Array(16_384).fill(65));
      },
    });
  const { giga } = client({}, () => new Response(endless(), { status: 500 }));
  await expect(giga.models.list()).rejects.toSatisfy(isServerError);
  expect(chunks).toBeLessThan(20);
});

test('what happens is told in order, and a listener that throws changes nothing', async () => {
  const events: ClientEvent[] = [];
  let answers = 0;
  const { giga } = client(
    {
      accessToken: undefined,
      credentials: btoa('id:secret'),
      retry: { maxRetries: 1, initialDelayMs: 0 },
      onEvent: (event) => {
        events.push(event);
        throw new Error('a clumsy listener');
      },
    },
    () => {
      answers += 1;
      if (answers === 1) return Response.json({ access_token: 'token', expires_at: Date.now() + 1_000_000 });
      return answers === 2
        ? refusal(503, 'busy')
        : Response.json({ data: [] }, { headers: { 'x-request-id': 'r-9' } });
    },
  );
  await giga.models.list();
  expect(events).toMatchObject([
    { type: 'request', operation: 'oauth', method: 'POST', attempt: 1 },
    { type: 'response', operation: 'oauth', status: 200 },
    { type: 'token-refresh', reason: 'missing', durationMs: expect.any(Number) },
    {
      type: 'request',
      operation: 'models.list',
      method: 'GET',
      url: 'https://api.giga.chat/v1/models',
      attempt: 1,
    },
    { type: 'response', operation: 'models.list', status: 503, attempt: 1, durationMs: expect.any(Number) },
    { type: 'retry', operation: 'models.list', attempt: 1, delayMs: 0, error: { status: 503 } },
    { type: 'request', operation: 'models.list', attempt: 2 },
    { type: 'response', operation: 'models.list', status: 200, attempt: 2, requestId: 'r-9' },
  ]);
});

test('a listener whose promise fails changes nothing', async () => {
  const { giga } = client({ onEvent: () => Promise.reject(new Error('a clumsy listener')) });
  await expect(giga.models.list()).resolves.toEqual([]);
});
