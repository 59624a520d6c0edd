import { afterEach, expect, test, vi } from 'vitest';
import {
  isAuthenticationError,
  isRateLimitError,
  isServerError,
  type AuthenticationError,
} from '../errors/index.ts';
import { GigaChat } from '../gigachat.ts';
import type { ClientEvent, GigaChatSettings } from '../settings.ts';
import { refusal, scriptedFetch, type SeenRequest } from '../transport/__fixtures__/scripted-fetch.ts';

const key = btoa('id:secret');
const hour = 60 * 60 * 1000;

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
});

interface Stand {
  /** Answers a sign-in; a numbered token by default. */
  readonly signIn?: (request: SeenRequest, number: number) => Response | Promise<Response>;
  /** Answers the API; 401 for tokens that are not the newest by default. */
  readonly api?: (request: SeenRequest, newestToken: string) => Response | Promise<Response>;
  readonly lifetimeMs?: number;
}

/** A GigaChat that numbers its tokens: token-1, token-2 … */
function stand({ signIn, api, lifetimeMs = hour / 2 }: Stand = {}) {
  let signIns = 0;
  const script = scriptedFetch((request) => {
    if (request.path === '/api/v2/oauth' || request.path.endsWith('/token')) {
      signIns += 1;
      if (signIn !== undefined) return signIn(request, signIns);
      return Response.json({ access_token: `token-${signIns}`, expires_at: Date.now() + lifetimeMs });
    }
    if (api !== undefined) return api(request, `token-${signIns}`);
    return Response.json({ data: [] });
  });
  const events: ClientEvent[] = [];
  const connect = (settings: GigaChatSettings = {}) =>
    new GigaChat({
      credentials: key,
      fetch: script.fetch,
      maxRetries: 0,
      maxConcurrency: 100,
      onEvent: (event) => events.push(event),
      ...settings,
    });
  return {
    ...script,
    events,
    connect,
    signIns: () => signIns,
    bearers: () =>
      script.seen.flatMap(({ path, headers }) =>
        path.endsWith('/models') ? [headers.get('authorization')] : [],
      ),
  };
}

const onlyNewest = (request: SeenRequest, newest: string) =>
  request.headers.get('authorization') === `Bearer ${newest}`
    ? Response.json({ data: [] })
    : refusal(401, 'Token has expired');

const failureOf = async (call: Promise<unknown>): Promise<AuthenticationError> => {
  const error: unknown = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!isAuthenticationError(error))
    throw new Error(`an AuthenticationError was expected, not ${String(error)}`);
  return error;
};

test('the sign-in is what the server wants: Basic, RqUID, a form with the scope', async () => {
  const server = stand();
  await server.connect({ scope: 'GIGACHAT_API_CORP' }).models.list();
  const request = server.seen[0];
  expect(request?.method).toBe('POST');
  expect(request?.url).toBe('https://ngw.devices.sberbank.ru:9443/api/v2/oauth');
  expect(request?.headers.get('authorization')).toBe(`Basic ${key}`);
  expect(request?.headers.get('rquid')).toMatch(
    /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/,
  );
  expect(request?.headers.get('content-type')).toBe('application/x-www-form-urlencoded');
  expect(request?.body).toBe('scope=GIGACHAT_API_CORP');
});

test('fifty calls that begin together sign in once', async () => {
  const server = stand();
  const giga = server.connect();
  await Promise.all(Array.from({ length: 50 }, () => giga.models.list()));
  expect(server.signIns()).toBe(1);
});

test('fifty calls whose token was revoked share one renewal', async () => {
  const server = stand({ api: onlyNewest });
  const giga = server.connect();
  await giga.models.list();
  // Somebody else signs in with the same key, say, and our token dies.
  await server.connect().models.list();
  await Promise.all(Array.from({ length: 50 }, () => giga.models.list()));
  expect(server.signIns()).toBe(3);
});

test('a token that is revoked soon after a renewal is renewed again, since the renewed one had been accepted', async () => {
  const server = stand({ api: onlyNewest });
  const giga = server.connect();
  await giga.models.list();
  for (let revocation = 0; revocation < 3; revocation += 1) {
    await server.connect().models.list();
    await giga.models.list();
  }
  expect(server.signIns()).toBe(7);
});

test('"Token has expired" is not met: a session longer than thirty minutes goes on with a new token', async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  const server = stand();
  const giga = server.connect();
  await giga.models.list();
  vi.setSystemTime(Date.now() + 31 * 60 * 1000);
  await giga.models.list();
  expect(server.bearers()).toEqual(['Bearer token-1', 'Bearer token-2']);
});

test('in its last minute a token is renewed in the background, and no call waits for that', async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  let letIn = () => {};
  const server = stand({
    signIn: async (_, number) => {
      if (number > 1) await new Promise<void>((resolve) => (letIn = resolve));
      return Response.json({ access_token: `token-${number}`, expires_at: Date.now() + hour / 2 });
    },
  });
  const giga = server.connect();
  await giga.models.list();
  vi.setSystemTime(Date.now() + 29.5 * 60 * 1000);
  await Promise.all([giga.models.list(), giga.models.list()]);
  expect(server.signIns()).toBe(2);
  letIn();
  await vi.waitFor(() =>
    expect(server.events.filter(({ type }) => type === 'token-refresh')).toHaveLength(2),
  );
  await giga.models.list();
  expect(server.bearers()).toEqual([...Array(3).fill('Bearer token-1'), 'Bearer token-2']);
});

test('a background renewal that fails harms no call while the token lives', async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  const server = stand({
    signIn: (_, number) =>
      number === 1
        ? Response.json({ access_token: 'token-1', expires_at: Date.now() + hour / 2 })
        : refusal(503, 'Service Unavailable'),
  });
  const giga = server.connect();
  await giga.models.list();
  vi.setSystemTime(Date.now() + 29.5 * 60 * 1000);
  await giga.models.list();
  await giga.models.list();
  expect(server.bearers()).toEqual(Array(3).fill('Bearer token-1'));
});

test('after a 401 the call is made once more with a new token', async () => {
  const server = stand({ api: (request) => onlyNewest(request, 'token-2') });
  await server.connect().models.list();
  expect(server.bearers()).toEqual(['Bearer token-1', 'Bearer token-2']);
  expect(server.events.filter(({ type }) => type === 'token-refresh')).toMatchObject([
    { reason: 'missing' },
    { reason: 'rejected' },
  ]);
});

test('a second 401 is the answer, and later calls do not sign in again and again', async () => {
  const server = stand({ api: () => refusal(401, 'Unauthorized') });
  const giga = server.connect();
  const error = await failureOf(giga.models.list());
  expect(error.status).toBe(401);
  expect(error.hint).toContain('30 minutes');
  for (let call = 0; call < 5; call += 1) await failureOf(giga.models.list());
  expect(server.signIns()).toBe(2);
});

test('two tokens that die one after the other are both replaced', async () => {
  const alive = new Set<string>();
  const server = stand({
    api: (request) =>
      alive.has(request.headers.get('authorization') ?? '')
        ? Response.json({ data: [] })
        : refusal(401, 'Token has expired'),
  });
  const giga = server.connect();
  for (const number of [2, 3, 4]) {
    alive.clear();
    alive.add(`Bearer token-${number}`);
    await giga.models.list();
  }
  expect(server.signIns()).toBe(4);
});

test('a renewal that is refused is the answer', async () => {
  const server = stand({
    signIn: (_, number) =>
      number === 1
        ? Response.json({ access_token: 'token-1', expires_at: Date.now() + hour })
        : Response.json({ code: 6, message: 'gone' }, { status: 401 }),
    api: () => refusal(401, 'Unauthorized'),
  });
  expect((await failureOf(server.connect().models.list())).code).toBe(6);
});

test('a ready token is used as it is and never renewed', async () => {
  const server = stand({ api: (request) => onlyNewest(request, 'other') });
  const giga = server.connect({ credentials: undefined, accessToken: ' Bearer my-\ntoken ' });
  await failureOf(giga.models.list());
  expect(server.bearers()).toEqual(['Bearer my-token']);
  expect(server.signIns()).toBe(0);
});

test('a ready token with a key beside it serves until it is refused', async () => {
  const server = stand({ api: onlyNewest });
  const giga = server.connect({ accessToken: 'old' });
  await giga.models.list();
  expect(server.bearers()).toEqual(['Bearer old', 'Bearer token-1']);
});

test('a function that gives tokens is asked again after a 401', async () => {
  const server = stand({ api: (request) => onlyNewest(request, 'vault-2') });
  let asked = 0;
  const giga = server.connect({ credentials: undefined, accessToken: () => `vault-${(asked += 1)}` });
  await giga.models.list();
  expect(server.bearers()).toEqual(['Bearer vault-1', 'Bearer vault-2']);
});

test('a function that gives the refused token again is not obeyed', async () => {
  const server = stand({ api: () => refusal(401, 'Unauthorized') });
  await failureOf(server.connect({ credentials: undefined, accessToken: () => 'same' }).models.list());
  expect(server.bearers()).toEqual(['Bearer same']);
});

test('a function that gives the key is asked at each sign-in, so keys can rotate', async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  const server = stand();
  const keys = [btoa('id:first'), btoa('id:second')];
  const giga = server.connect({ credentials: async () => keys.shift() ?? '' });
  await giga.models.list();
  vi.setSystemTime(Date.now() + hour);
  await giga.models.list();
  expect(
    server.seen.flatMap(({ path, headers }) =>
      path.endsWith('/oauth') ? [headers.get('authorization')] : [],
    ),
  ).toEqual([`Basic ${btoa('id:first')}`, `Basic ${btoa('id:second')}`]);
});

test('what such a function throws comes through as it is', async () => {
  const sealed = new Error('the vault is sealed');
  const giga = stand().connect({ credentials: () => Promise.reject(sealed) });
  await expect(giga.models.list()).rejects.toBe(sealed);
});

test('a function that gives nothing is named', async () => {
  await expect(
    stand()
      .connect({ credentials: () => '' })
      .models.list(),
  ).rejects.toThrow(/`credentials` returned no text/);
});

test('user and password sign in at {base}/token, and its seconds are understood', async () => {
  const server = stand({
    signIn: () => Response.json({ tok: 'token-day', exp: Math.floor(Date.now() / 1000) + 24 * 60 * 60 }),
  });
  const giga = server.connect({
    credentials: undefined,
    user: 'иван',
    password: 'пароль',
    baseUrl: 'https://stand.example/v1',
  });
  await giga.models.list();
  await giga.models.list();
  expect(server.signIns()).toBe(1);
  expect(server.seen[0]?.url).toBe('https://stand.example/v1/token');
  const basic = server.seen[0]?.headers.get('authorization')?.replace('Basic ', '') ?? '';
  expect(Buffer.from(basic, 'base64').toString('utf8')).toBe('иван:пароль');
  expect(server.bearers()).toEqual(['Bearer token-day', 'Bearer token-day']);
});

test.each([
  [
    '{code,message}',
    Response.json({ code: 1, message: 'scope data format invalid' }, { status: 400 }),
    1,
    'GIGACHAT_API_B2B',
  ],
  [
    '{code,message}',
    Response.json({ code: 4, message: "Can't decode 'Authorization' header" }, { status: 400 }),
    4,
    'without encoding it again',
  ],
  [
    '{code,message}',
    Response.json({ code: 5, message: 'scope is empty' }, { status: 400 }),
    5,
    'GIGACHAT_SCOPE',
  ],
  [
    '{code,message}',
    Response.json({ code: 6, message: "credentials doesn't match db data" }, { status: 401 }),
    6,
    'revoked',
  ],
  [
    '{code,message}',
    Response.json({ code: 7, message: 'scope from db not fully includes consumed scope' }, { status: 400 }),
    7,
    'another scope',
  ],
  ['{status,message}', refusal(401, 'Unauthorized'), undefined, '30 minutes'],
  [
    'a page of HTML',
    new Response('<html><head><title>403 Forbidden</title></head></html>', { status: 403 }),
    undefined,
    '',
  ],
])('a sign-in refused with %s is an AuthenticationError (%#)', async (_, answer, code, hint) => {
  const server = stand({ signIn: () => answer });
  const error = await failureOf(server.connect().models.list());
  expect(error.code).toBe(code);
  expect(error.status).toBe(answer.status);
  expect(error.message).toContain('oauth: ');
  expect(error.message).not.toContain('<html');
  expect(error.hint ?? '').toContain(hint);
});

test('a sign-in host that stumbles is retried like any other', async () => {
  const server = stand({
    signIn: (_, number) =>
      number < 3
        ? new Response('<html><title>502 Bad Gateway</title></html>', { status: 502 })
        : Response.json({ access_token: 'token-3', expires_at: Date.now() + hour }),
  });
  await server.connect({ retry: { maxRetries: 2, initialDelayMs: 0 } }).models.list();
  expect(server.signIns()).toBe(3);
  const lasting = stand({ signIn: () => refusal(500, 'Internal Server Error') });
  await expect(lasting.connect().models.list()).rejects.toSatisfy(isServerError);
  const busy = stand({ signIn: () => refusal(429, 'Too many requests') });
  await expect(busy.connect().models.list()).rejects.toSatisfy(isRateLimitError);
});

test('a refused key is not hammered, and is tried again after ten seconds', async () => {
  vi.useFakeTimers({ toFake: ['performance'] });
  const server = stand({ signIn: () => Response.json({ code: 6, message: 'no' }, { status: 401 }) });
  const giga = server.connect({ maxRetries: 2 });
  for (let call = 0; call < 5; call += 1) await failureOf(giga.models.list());
  expect(server.signIns()).toBe(1);
  vi.advanceTimersByTime(10_001);
  await failureOf(giga.models.list());
  expect(server.signIns()).toBe(2);
});

test('a refused key is tried again after ten seconds, though the clock was put back an hour', async () => {
  vi.useFakeTimers({ toFake: ['Date', 'performance'] });
  const server = stand({ signIn: () => Response.json({ code: 6, message: 'no' }, { status: 401 }) });
  const giga = server.connect();
  await failureOf(giga.models.list());
  vi.advanceTimersByTime(10_001);
  vi.setSystemTime(Date.now() - hour);
  await failureOf(giga.models.list());
  expect(server.signIns()).toBe(2);
});

test('a sign-in that hangs, and that its callers have left, does not hold up later calls', async () => {
  vi.useFakeTimers({ toFake: ['performance'] });
  const server = stand({
    signIn: (_, number) =>
      number === 1
        ? new Promise<never>(() => {})
        : Response.json({ access_token: `token-${number}`, expires_at: Date.now() + hour }),
  });
  const giga = server.connect();
  const impatient = new AbortController();
  const left = giga.models.list({ signal: impatient.signal });
  await expect.poll(() => server.signIns()).toBe(1);
  impatient.abort(new Error('enough'));
  await expect(left).rejects.toThrow('enough');
  vi.advanceTimersByTime(5_001);
  await expect(giga.models.list()).resolves.toEqual([]);
  expect(server.signIns()).toBe(2);
});

test('a sign-in that others still wait for is not begun anew', async () => {
  vi.useFakeTimers({ toFake: ['performance'] });
  let answer = (_: Response) => {};
  const server = stand({ signIn: () => new Promise<Response>((resolve) => (answer = resolve)) });
  const giga = server.connect();
  const patient = giga.models.list();
  await expect.poll(() => server.signIns()).toBe(1);
  vi.advanceTimersByTime(5_001);
  const late = giga.models.list();
  answer(Response.json({ access_token: 'token-1', expires_at: Date.now() + hour }));
  await Promise.all([patient, late]);
  expect(server.signIns()).toBe(1);
});

test('another key is tried at once', async () => {
  const server = stand({ signIn: () => Response.json({ code: 6, message: 'no' }, { status: 401 }) });
  let number = 0;
  const giga = server.connect({ credentials: () => btoa(`id:${(number += 1)}`) });
  await failureOf(giga.models.list());
  await failureOf(giga.models.list());
  expect(server.signIns()).toBe(2);
});

test('no credentials at all: the error says what to set', async () => {
  for (const name of [
    'CREDENTIALS',
    'AUTH_KEY',
    'API_KEY',
    'ACCESS_TOKEN',
    'USER',
    'PASSWORD',
    'CLIENT_ID',
    'CLIENT_SECRET',
  ]) {
    vi.stubEnv(`GIGACHAT_${name}`, undefined);
  }
  const error = await failureOf(stand().connect({ credentials: undefined }).models.list());
  expect(error.hint).toContain('GIGACHAT_CREDENTIALS');
});

test('who leaves while the sign-in runs gets their own reason, and the others get the token', async () => {
  let letIn = () => {};
  const server = stand({
    signIn: async () => {
      await new Promise<void>((resolve) => (letIn = resolve));
      return Response.json({ access_token: 'token-1', expires_at: Date.now() + hour });
    },
  });
  const giga = server.connect();
  const leaving = new AbortController();
  const left = giga.models.list({ signal: leaving.signal });
  const stayed = giga.models.list();
  await vi.waitFor(() => expect(server.signIns()).toBe(1));
  const reason = new Error('changed my mind');
  leaving.abort(reason);
  await expect(left).rejects.toBe(reason);
  letIn();
  await expect(stayed).resolves.toEqual([]);
  expect(server.signIns()).toBe(1);
});

test('an Authorization header of the call is left alone', async () => {
  const server = stand();
  await server.connect().models.list({ headers: { Authorization: 'Bearer theirs' } });
  expect(server.bearers()).toEqual(['Bearer theirs']);
  expect(server.signIns()).toBe(0);
});
