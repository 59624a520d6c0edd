import { expect, test } from 'vitest';
import { isAuthenticationError, isInvalidRequestError } from './errors/index.ts';
import type { Environment } from './read-environment.ts';
import { resolveSettings } from './resolve-settings.ts';
import type { ResolvedSettings } from './resolved-settings.ts';
import type { GigaChatSettings } from './settings.ts';

const key = btoa('id:secret');
const otherKey = btoa('other:secret');

const withEnvironment =
  (variables: Readonly<Record<string, string>>): Environment =>
  (name) =>
    variables[name];

const resolve = (settings: GigaChatSettings, variables: Readonly<Record<string, string>> = {}) =>
  resolveSettings(settings, withEnvironment(variables));

test('with nothing said, everything has its default', () => {
  expect(resolve({})).toMatchObject({
    credential: { kind: 'none' },
    scope: 'GIGACHAT_API_PERS',
    model: 'GigaChat-2',
    api: 'v1',
    baseUrl: 'https://api.giga.chat/v1',
    baseUrlV2: 'https://api.giga.chat/v2',
    authUrl: 'https://ngw.devices.sberbank.ru:9443/api/v2/oauth',
    proxy: undefined,
    timeoutMs: 120_000,
    retry: { maxRetries: 2, initialDelayMs: 1000, maxDelayMs: 30_000 },
    maxConcurrency: 1,
    tls: {
      verify: true,
      systemRoots: false,
      pinnedRoots: ['d26d2d0231b7c39f92cc738512ba54103519e4405d68b5bd703e9788ca8ecf31'],
    },
  });
});

test('a field that is undefined erases no default', () => {
  const said: Record<keyof GigaChatSettings, undefined> = {
    credentials: undefined,
    clientId: undefined,
    clientSecret: undefined,
    accessToken: undefined,
    user: undefined,
    password: undefined,
    scope: undefined,
    model: undefined,
    api: undefined,
    baseUrl: undefined,
    baseUrlV2: undefined,
    authUrl: undefined,
    tls: undefined,
    proxy: undefined,
    timeoutMs: undefined,
    retry: undefined,
    maxRetries: undefined,
    maxConcurrency: undefined,
    limiter: undefined,
    tokenStore: undefined,
    fetch: undefined,
    headers: undefined,
    sessionId: undefined,
    profanityCheck: undefined,
    attachments: undefined,
    toolResultRole: undefined,
    onEvent: undefined,
  };
  expect(resolve(said)).toEqual(resolve({}));
});

const table: readonly [
  string,
  string,
  GigaChatSettings,
  (resolved: ResolvedSettings) => unknown,
  unknown,
  unknown,
][] = [
  [
    'GIGACHAT_SCOPE',
    'GIGACHAT_API_B2B',
    { scope: 'GIGACHAT_API_CORP' },
    ({ scope }) => scope,
    'GIGACHAT_API_B2B',
    'GIGACHAT_API_CORP',
  ],
  [
    'GIGACHAT_MODEL',
    'GigaChat-2-Max',
    { model: 'GigaChat-3-Pro' },
    ({ model }) => model,
    'GigaChat-2-Max',
    'GigaChat-3-Pro',
  ],
  ['GIGACHAT_API', 'v2', { api: 'v1' }, ({ api }) => api, 'v2', 'v1'],
  [
    'GIGACHAT_BASE_URL',
    'https://stand.example/api/v1/',
    { baseUrl: 'https://other.example/v1' },
    ({ baseUrl }) => baseUrl,
    'https://stand.example/api/v1',
    'https://other.example/v1',
  ],
  [
    'GIGACHAT_BASE_URL_V2',
    'https://stand.example/v2',
    { baseUrlV2: 'https://other.example/v2' },
    ({ baseUrlV2 }) => baseUrlV2,
    'https://stand.example/v2',
    'https://other.example/v2',
  ],
  [
    'GIGACHAT_AUTH_URL',
    'https://stand.example/oauth',
    { authUrl: 'https://other.example/oauth' },
    ({ authUrl }) => authUrl,
    'https://stand.example/oauth',
    'https://other.example/oauth',
  ],
  ['GIGACHAT_TIMEOUT', '2.5', { timeoutMs: 700 }, ({ timeoutMs }) => timeoutMs, 2500, 700],
  ['GIGACHAT_MAX_RETRIES', '5', { maxRetries: 0 }, ({ retry }) => retry.maxRetries, 5, 0],
  [
    'GIGACHAT_MAX_RETRIES',
    '5',
    { maxRetries: 1, retry: { maxRetries: 7 } },
    ({ retry }) => retry.maxRetries,
    5,
    7,
  ],
  ['GIGACHAT_MAX_CONCURRENCY', '4', { maxConcurrency: 8 }, ({ maxConcurrency }) => maxConcurrency, 4, 8],
  [
    'GIGACHAT_CA_BUNDLE_FILE',
    '/a.pem',
    { tls: { caFile: '/b.pem' } },
    ({ tls }) => tls.caFile,
    '/a.pem',
    '/b.pem',
  ],
  [
    'GIGACHAT_KEY_FILE_PASSWORD',
    'one',
    { tls: { passphrase: 'two' } },
    ({ tls }) => tls.passphrase,
    'one',
    'two',
  ],
  ['GIGACHAT_VERIFY_SSL_CERTS', 'false', { tls: { verify: true } }, ({ tls }) => tls.verify, false, true],
  [
    'HTTPS_PROXY',
    'http://one:3128',
    { proxy: 'http://two:3128' },
    ({ proxy }) => proxy?.url,
    'http://one:3128/',
    'http://two:3128/',
  ],
  ['https_proxy', 'one:3128', { proxy: false }, ({ proxy }) => proxy?.url, 'http://one:3128/', undefined],
];

test.each(table)(
  '%s=%s is read, and the setting goes before it',
  (variable, value, settings, pick, fromVariable, fromSetting) => {
    expect(pick(resolve({}, { [variable]: value }))).toEqual(fromVariable);
    expect(pick(resolve(settings, { [variable]: value }))).toEqual(fromSetting);
  },
);

test.each([
  ['https://api.giga.chat/v1', 'https://api.giga.chat/v2'],
  ['https://gigachat.devices.sberbank.ru/api/v1', 'https://gigachat.devices.sberbank.ru/api/v2'],
  ['https://stand.example/gigachat', 'https://stand.example/gigachat'],
])('the second generation of %s is at %s', (baseUrl, baseUrlV2) => {
  expect(resolve({ baseUrl }).baseUrlV2).toBe(baseUrlV2);
});

test.each([
  [{ scope: 'GIGACHAT_API_PERS' }, 1],
  [{ scope: 'GIGACHAT_API_B2B' }, 10],
  [{ scope: 'GIGACHAT_API_CORP' }, 10],
  [{ scope: 'SOMETHING_NEW' }, 1],
  [{ user: 'u', password: 'p' }, 10],
  [{ tls: { certFile: '/c.pem' } }, 10],
] as const)('%j has %i places', (settings, places) => {
  expect(resolve(settings).maxConcurrency).toBe(places);
});

test.each([
  ['GIGACHAT_CREDENTIALS', key, { kind: 'key', key }],
  ['GIGACHAT_AUTH_KEY', key, { kind: 'key', key }],
  ['GIGACHAT_API_KEY', key, { kind: 'key', key }],
  ['GIGACHAT_ACCESS_TOKEN', 't', { kind: 'token', accessToken: 't' }],
  ['GIGACHAT_CERT_FILE', '/c.pem', { kind: 'certificate' }],
])('%s alone signs in', (variable, value, credential) => {
  expect(resolve({}, { [variable]: value }).credential).toMatchObject(credential);
});

test('the official name goes before its aliases', () => {
  expect(
    resolve({}, { GIGACHAT_API_KEY: otherKey, GIGACHAT_AUTH_KEY: otherKey, GIGACHAT_CREDENTIALS: key })
      .credential,
  ).toMatchObject({ key });
});

test('pairs of the environment sign in', () => {
  expect(
    resolve({}, { GIGACHAT_CLIENT_ID: ' id ', GIGACHAT_CLIENT_SECRET: 'secret\n' }).credential,
  ).toMatchObject({ kind: 'key', key });
  expect(resolve({}, { GIGACHAT_USER: 'u', GIGACHAT_PASSWORD: 'p' }).credential).toMatchObject({
    kind: 'password',
    user: 'u',
    password: 'p',
  });
});

test('one half of a pair in code is completed from the environment', () => {
  expect(resolve({ clientId: 'id' }, { GIGACHAT_CLIENT_SECRET: 'secret' }).credential).toMatchObject({
    kind: 'key',
    key,
  });
  expect(resolve({ user: 'u' }, { GIGACHAT_PASSWORD: 'p' }).credential).toMatchObject({
    kind: 'password',
    password: 'p',
  });
});

test.each([
  [{ accessToken: 't' }, { kind: 'token' }],
  [{ user: 'u', password: 'p' }, { kind: 'password' }],
  [
    { clientId: 'id', clientSecret: 'other' },
    { kind: 'key', key: btoa('id:other') },
  ],
  [{ tls: { certFile: '/c.pem' } }, { kind: 'certificate' }],
  [{ credentials: otherKey }, { kind: 'key', key: otherKey }],
] as const)('%j in code goes before a key of another kind in the environment', (settings, credential) => {
  expect(
    resolve(settings, {
      GIGACHAT_CREDENTIALS: key,
      GIGACHAT_ACCESS_TOKEN: 'old',
      GIGACHAT_USER: 'x',
      GIGACHAT_PASSWORD: 'y',
    }).credential,
  ).toMatchObject(credential);
});

test('a key and a token together: the token first, the key after it', () => {
  expect(resolve({ credentials: key, accessToken: 't' }).credential).toEqual({
    kind: 'key',
    key,
    accessToken: 't',
  });
  expect(resolve({ user: 'u', password: 'p', accessToken: 't' }).credential).toMatchObject({
    kind: 'password',
    accessToken: 't',
  });
});

test('a function that gives tokens stands alone', () => {
  const accessToken = () => 't';
  expect(resolve({ credentials: key, accessToken }).credential).toEqual({ kind: 'token', accessToken });
});

test('a certificate beside a key of the same place goes with it', () => {
  const resolved = resolve({ credentials: key, tls: { certFile: '/c.pem', keyFile: '/k.pem' } });
  expect(resolved.credential).toMatchObject({ kind: 'key' });
  expect(resolved.tls).toMatchObject({ certFile: '/c.pem', keyFile: '/k.pem' });
});

test('a certificate in code is not given a key file of the environment it has text for', () => {
  const { tls } = resolve(
    { tls: { cert: 'CERT', key: 'KEY' } },
    { GIGACHAT_CERT_FILE: '/c.pem', GIGACHAT_KEY_FILE: '/k.pem' },
  );
  expect(tls).toMatchObject({ cert: 'CERT', certFile: undefined, key: 'KEY', keyFile: undefined });
});

test('NO_PROXY is split at commas and spaces', () => {
  expect(
    resolve({}, { HTTPS_PROXY: 'http://p', NO_PROXY: 'a.example, .b.example  c.example:8443,' }).proxy
      ?.bypass,
  ).toEqual(['a.example', '.b.example', 'c.example:8443']);
});

const wrong: readonly [GigaChatSettings, Readonly<Record<string, string>>, RegExp][] = [
  [{ baseUrl: 'api.giga.chat/v1' }, {}, /`baseUrl` must be a URL that begins with https/],
  [{ baseUrl: 'ftp://api.giga.chat' }, {}, /`baseUrl` must be a URL/],
  [{ authUrl: 'https://user:sesame@host/oauth' }, {}, /`authUrl` must not carry a user or password/],
  [{ baseUrl: 'https://host/v1?key=sesame' }, {}, /`baseUrl` must not have a query/],
  [{}, { GIGACHAT_BASE_URL: 'nowhere' }, /`GIGACHAT_BASE_URL` must be a URL/],
  [{ timeoutMs: 0 }, {}, /`timeoutMs` must be a number above 0/],
  [{ timeoutMs: Number.NaN }, {}, /`timeoutMs` must be a number/],
  [{}, { GIGACHAT_TIMEOUT: 'soon' }, /`GIGACHAT_TIMEOUT` must be a number above 0/],
  [{ maxRetries: -1 }, {}, /`maxRetries` must be a whole number of at least 0/],
  [{}, { GIGACHAT_MAX_RETRIES: '1.5' }, /`GIGACHAT_MAX_RETRIES` must be a whole number/],
  [{ retry: { initialDelayMs: -1 } }, {}, /`retry\.initialDelayMs` must be a number of at least 0/],
  [{ maxConcurrency: 0 }, {}, /`maxConcurrency` must be a whole number of at least 1/],
  [{}, { GIGACHAT_MAX_CONCURRENCY: 'many' }, /`GIGACHAT_MAX_CONCURRENCY` must be a whole number/],
  [{}, { GIGACHAT_API: 'v3' }, /`GIGACHAT_API` must be one of v1, v2/],
  [{}, { GIGACHAT_VERIFY_SSL_CERTS: 'maybe' }, /`GIGACHAT_VERIFY_SSL_CERTS` must be true or false/],
  [{ model: ' ' }, {}, /`model` must be a text/],
  [{ tls: { pinnedRoots: ['abc'] } }, {}, /`tls\.pinnedRoots` must hold SHA-256 fingerprints/],
  [{ tls: { keyFile: '/k.pem' } }, {}, /`tls\.key` was given without `tls\.cert`/],
  [{ proxy: 'socks5://user:sesame@host' }, {}, /`proxy` must be a URL/],
  [{}, { HTTPS_PROXY: 'http://user:sesame@' }, /`HTTPS_PROXY` must be a URL/],
  [{ headers: { 'X-A': 'one\r\nX-B: two' } }, {}, /`headers`: the value of X-A must be one line/],
  [{ clientId: 'id' }, {}, /`clientSecret` is missing: clientId was given without it/],
  [{ clientSecret: 'sesame' }, {}, /`clientId` is missing/],
  [{ user: 'u' }, {}, /`password` is missing/],
  [{}, { GIGACHAT_PASSWORD: 'sesame' }, /`GIGACHAT_USER` is missing/],
  [{ credentials: '' }, {}, /`credentials` is empty/],
  [{ password: '  ', user: 'u' }, {}, /`password` is empty/],
  [{ fetch, proxy: 'http://host:1' }, {}, /`proxy` has no effect beside `fetch`/],
  [{ fetch, tls: { verify: false } }, {}, /`tls` has no effect beside `fetch`/],
];

test.each(wrong)('%j %j is refused, by name and without a secret', (settings, variables, message) => {
  let refused: unknown;
  try {
    resolve(settings, variables);
  } catch (error) {
    refused = error;
  }
  if (!isInvalidRequestError(refused))
    throw new Error(`an InvalidRequestError was expected, not ${String(refused)}`);
  expect(refused.message).toMatch(message);
  expect(refused.message).not.toContain('sesame');
  expect(refused.field).toBeTruthy();
});

test('what the compiler would refuse is refused at run time too, for callers without types', () => {
  const untyped = (settings: object) => () => resolve(settings);
  expect(untyped({ credentials: 7 })).toThrow(/`credentials` must be a string/);
  expect(untyped({ api: 'v3' })).toThrow(/`api` must be one of v1, v2/);
  expect(untyped({ fetch: 'fetch' })).toThrow(/`fetch` must be a function/);
  expect(untyped({ tls: { ca: [7] } })).toThrow(/`tls.ca` must be PEM text/);
  expect(untyped({ timeoutMs: {} })).toThrow(/`timeoutMs` must be a number/);
});

test('a key that cannot be one is refused where it is given', () => {
  expect(() => resolve({ credentials: btoa(key) })).toThrow(expect.toSatisfy(isAuthenticationError));
});

test('beside a fetch of the settings, what the environment says of TLS and proxies is its business', () => {
  expect(() =>
    resolve({ fetch }, { HTTPS_PROXY: 'http://p', GIGACHAT_CA_BUNDLE_FILE: '/a.pem' }),
  ).not.toThrow();
});
