import { expect, test } from 'vitest';
import { callApi, hello, statusAndBody } from '../__fixtures__/call-api.ts';
import type { EmulatorOptions } from '../emulator-options.ts';
import { createEmulator } from '../emulator.ts';

const rqUid = '6f0b1291-c7f3-43c6-bb2e-9f3efb2dc98e';
const start = 1_768_996_171_000;

function signIn(
  { authorization = `Basic ${createEmulator().credentials}`, scope = 'GIGACHAT_API_PERS', id = rqUid } = {},
  options: EmulatorOptions = {},
): Promise<Response> {
  return callApi(createEmulator({ now: () => start, ...options }), '/api/v2/oauth', {
    token: null,
    headers: { Authorization: authorization, RqUID: id },
    body: new URLSearchParams(scope === '' ? {} : { scope }),
  });
}

test('an authorization key buys a long token for half an hour, its end in milliseconds', async () => {
  const response = await signIn();
  const body = (await response.json()) as { access_token: string; expires_at: number };

  expect(response.headers.get('content-type')).toBe('application/json');
  expect(Object.keys(body)).toEqual(['access_token', 'expires_at']);
  expect(body.expires_at).toBe(start + 1_800_000);
  expect(body.access_token.length).toBeGreaterThan(1_100);
});

test.each([
  [
    'a missing RqUID first',
    { id: '', authorization: 'Basic ?', scope: '' },
    400,
    { status: 400, message: 'RqUID must be a UUID' },
  ],
  [
    'a header that is not base64',
    { authorization: 'Basic ?', scope: '' },
    400,
    { code: 4, message: "Can't decode 'Authorization' header" },
  ],
  [
    'a key encoded twice',
    { authorization: `Basic ${btoa(createEmulator().credentials)}`, scope: '' },
    400,
    { code: 4 },
  ],
  [
    'an unknown pair',
    { authorization: `Basic ${btoa('somebody:else')}`, scope: '' },
    401,
    { code: 6, message: "credentials doesn't match db data" },
  ],
  ['no scope', { scope: '' }, 400, { code: 5, message: 'scope is empty' }],
  [
    'an unknown scope',
    { scope: 'GIGACHAT_API_MOON' },
    400,
    { code: 1, message: 'scope data format invalid' },
  ],
])('refuses %s', async (_name, request, status, body) => {
  expect(await statusAndBody(await signIn(request))).toMatchObject({ status, body });
});

test('refuses a scope that the key does not cover', async () => {
  const accounts = [{ credentials: btoa('person:secret'), scopes: ['GIGACHAT_API_PERS'] }];
  const response = await signIn(
    { authorization: `Basic ${btoa('person:secret')}`, scope: 'GIGACHAT_API_B2B' },
    { accounts },
  );

  expect(await statusAndBody(response)).toEqual({
    status: 400,
    body: { code: 7, message: 'scope from db not fully includes consumed scope' },
  });
});

test('refuses sign-ins past the limit of a second', async () => {
  let now = start;
  const emulator = createEmulator({ now: () => now, tokenRequestsPerSecond: 2 });
  const status = async (): Promise<number> =>
    (
      await callApi(emulator, '/api/v2/oauth', {
        token: null,
        headers: { Authorization: `Basic ${emulator.credentials}`, RqUID: rqUid },
        body: new URLSearchParams({ scope: 'GIGACHAT_API_PERS' }),
      })
    ).status;

  expect([await status(), await status(), await status()]).toEqual([200, 200, 429]);
  now += 1_001;
  expect(await status()).toBe(200);
});

test('a name and a password buy a token for a day, its end in seconds', async () => {
  const emulator = createEmulator({ now: () => start });
  const response = await callApi(emulator, '/v1/token', {
    method: 'POST',
    token: null,
    headers: { Authorization: `Basic ${btoa(`${emulator.user}:${emulator.password}`)}` },
  });
  const body = (await response.json()) as { tok: string; exp: number };

  expect(body.exp).toBe(start / 1000 + 86_400);
  expect((await callApi(emulator, '/v1/models', { token: body.tok })).status).toBe(200);
});

test('tells a token that expired from one that never was', async () => {
  let now = start;
  const emulator = createEmulator({ now: () => now });
  const token = emulator.issueToken();
  const json = { model: 'GigaChat-2', messages: hello };
  expect((await callApi(emulator, '/v1/chat/completions', { token, json })).status).toBe(200);

  now += 1_800_000;

  const expired = await callApi(emulator, '/v1/chat/completions', { token, json });
  expect([expired.status, await expired.text()]).toEqual([
    401,
    '{"status":401,"message":"Token has expired"}\n',
  ]);
  expect(await statusAndBody(await callApi(emulator, '/v1/models', { token: 'made-up' }))).toEqual({
    status: 401,
    body: { status: 401, message: 'Unauthorized' },
  });
  expect((await callApi(emulator, '/v1/models', { token: null })).status).toBe(401);
});

test('asks for no token where client certificates stand for it', async () => {
  const emulator = createEmulator({ authorization: 'none' });

  expect((await callApi(emulator, '/v1/models', { token: null })).status).toBe(200);
});
