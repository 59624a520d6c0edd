import { inspect } from 'node:util';
import { createEmulator } from '@gigakit/emulator';
import { createOpenAiProxy, startOpenAiProxy } from '@gigakit/openai-proxy';
import OpenAI, { AuthenticationError } from 'openai';
import { afterEach, expect, test, vi } from 'vitest';
import { postJson, proxyOverEmulator } from './serve-over-emulator.ts';

afterEach(() => {
  vi.unstubAllEnvs();
});

const hello = postJson({ model: 'GigaChat-2', messages: [{ role: 'user', content: 'Привет' }] });
const withKey = (key: string | undefined, init: RequestInit = hello): RequestInit => {
  const headers = new Headers(init.headers);
  if (key !== undefined) headers.set('authorization', key);
  return { ...init, headers };
};

function serverMode(proxyKeys: readonly string[]) {
  const emulator = createEmulator();
  const proxy = createOpenAiProxy({
    proxyKeys,
    gigachat: { credentials: emulator.credentials, fetch: emulator.fetch, maxRetries: 0 },
  });
  const ask = (init: RequestInit) => proxy.fetch(new Request('http://proxy.test/v1/chat/completions', init));
  return { emulator, proxy, ask };
}

test('with a proxy key, callers who show it as Bearer or x-api-key get in, and nobody else', async () => {
  const { ask, emulator } = serverMode(['sk-first', 'sk-second']);
  expect((await ask(withKey('Bearer sk-first'))).status).toBe(200);
  const headers = { 'content-type': 'application/json', 'x-api-key': 'sk-second' };
  expect((await ask({ ...hello, headers })).status).toBe(200);
  const before = emulator.journal.length;
  for (const key of [
    undefined,
    'Bearer sk-firs',
    'Bearer sk-first1',
    'Basic sk-first',
    `Bearer ${emulator.credentials}`,
  ]) {
    const response = await ask(withKey(key));
    expect(response.status).toBe(401);
    expect(response.headers.get('www-authenticate')).toBe('Bearer');
    expect(await response.json()).toMatchObject({
      error: { type: 'authentication_error', code: 'invalid_api_key', param: null },
    });
  }
  expect(emulator.journal).toHaveLength(before);
});

test('a key in the query is no key', async () => {
  const { proxy } = serverMode(['sk-first']);
  const response = await proxy.fetch(
    new Request('http://proxy.test/v1/chat/completions?api_key=sk-first', hello),
  );
  expect(response.status).toBe(401);
});

test('what callers send to a server with its own key never reaches GigaChat', async () => {
  const { ask, emulator } = serverMode([]);
  const init = withKey('Bearer sk-of-somebody');
  await ask({
    ...init,
    headers: { ...Object.fromEntries(new Headers(init.headers)), cookie: 'a=b', 'x-stainless-os': 'x' },
  });
  const seen = JSON.stringify(emulator.journal);
  for (const word of ['sk-of-somebody', 'a=b', 'x-stainless']) expect(seen).not.toContain(word);
});

test('a refused key of the server is not the fault of the caller', async () => {
  const emulator = createEmulator();
  const credentials = Buffer.from('someone:else').toString('base64');
  const proxy = createOpenAiProxy({ gigachat: { credentials, fetch: emulator.fetch, maxRetries: 0 } });
  const response = await proxy.fetch(new Request('http://proxy.test/v1/chat/completions', hello));
  expect(response.status).toBe(502);
  expect(response.headers.get('x-should-retry')).toBe('false');
  expect(await response.json()).toMatchObject({ error: { code: 'upstream_auth_failed' } });
});

test('passing through, a wrong or missing key is a 401 of the official client', async () => {
  const { proxy, emulator } = proxyOverEmulator();
  const wrong = Buffer.from('someone:else').toString('base64');
  for (const apiKey of [wrong, 'not base64!']) {
    const fetchHere: typeof fetch = (input, init) => proxy.fetch(new Request(input, init));
    const openai = new OpenAI({ apiKey, baseURL: 'http://proxy.test/v1', fetch: fetchHere, maxRetries: 0 });
    await expect(openai.models.list()).rejects.toBeInstanceOf(AuthenticationError);
  }
  expect((await proxy.fetch(new Request('http://proxy.test/v1/models'))).status).toBe(401);
  expect(emulator.journal.every(({ endpoint }) => endpoint === 'oauth')).toBe(true);
});

test('passing through, the key of the environment is never used', async () => {
  const { proxy, emulator } = proxyOverEmulator();
  vi.stubEnv('GIGACHAT_CREDENTIALS', emulator.credentials);
  expect((await proxy.fetch(new Request('http://proxy.test/v1/models'))).status).toBe(401);
});

test.each([
  ['a key', (key: string) => key, {}, 'GIGACHAT_API_PERS'],
  [
    'a key with a scope behind it',
    (key: string) => `giga-cred-${key}:GIGACHAT_API_B2B`,
    {},
    'GIGACHAT_API_B2B',
  ],
  [
    'a key with a scope in a header',
    (key: string) => key,
    { 'x-gigachat-scope': 'GIGACHAT_API_CORP' },
    'GIGACHAT_API_CORP',
  ],
])('%s signs in', async (_, form, headers, scope) => {
  const { ask, emulator } = proxyOverEmulator();
  const response = await ask('/v1/models', {
    headers: { authorization: `Bearer ${form(emulator.credentials)}`, ...headers },
  });
  expect(response.status).toBe(200);
  expect(emulator.journal[0]).toMatchObject({ endpoint: 'oauth', body: { scope } });
});

test('an access token and a user with a password sign in too', async () => {
  const { ask, emulator } = proxyOverEmulator();
  for (const key of [
    `giga-auth-${emulator.issueToken()}`,
    `giga-user-${emulator.user}:${emulator.password}`,
  ]) {
    expect((await ask('/v1/models', { headers: { authorization: `Bearer ${key}` } })).status).toBe(200);
  }
});

test('one sign-in serves fifty callers with one key; another scope is another account', async () => {
  const { ask, emulator } = proxyOverEmulator();
  await Promise.all(Array.from({ length: 50 }, () => ask('/v1/models')));
  const signIns = () => emulator.journal.filter(({ endpoint }) => endpoint === 'oauth').length;
  expect(signIns()).toBe(1);
  await ask('/v1/models', { headers: { 'x-gigachat-scope': 'GIGACHAT_API_B2B' } });
  expect(signIns()).toBe(2);
});

test('the same picture of two callers is uploaded twice', async () => {
  const other = Buffer.from('other:secret').toString('base64');
  const { ask, emulator } = proxyOverEmulator({}, { accounts: [{ credentials: other }] });
  const url = `data:image/png;base64,${Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1]).toString('base64')}`;
  const body = postJson({
    model: 'GigaChat-2-Pro',
    messages: [{ role: 'user', content: [{ type: 'image_url', image_url: { url } }] }],
  });
  for (const key of [emulator.credentials, emulator.credentials, other]) {
    expect((await ask('/v1/chat/completions', withKey(`Bearer ${key}`, body))).status).toBe(200);
  }
  expect(emulator.journal.filter(({ endpoint }) => endpoint === 'files')).toHaveLength(2);
});

test('clients of callers are bounded: the one not used for longest signs in anew', async () => {
  const keys = ['a:1', 'b:2'].map((pair) => Buffer.from(pair).toString('base64'));
  const { ask, emulator } = proxyOverEmulator(
    { maxClients: 1 },
    { accounts: keys.map((credentials) => ({ credentials })) },
  );
  for (const key of [...keys, ...keys]) {
    expect((await ask('/v1/models', { headers: { authorization: `Bearer ${key}` } })).status).toBe(200);
  }
  expect(emulator.journal.filter(({ endpoint }) => endpoint === 'oauth')).toHaveLength(4);
});

test('beyond loopback it does not start with a key that nobody guards', async () => {
  const gigachat = { credentials: createEmulator().credentials };
  await expect(startOpenAiProxy({ host: '0.0.0.0', port: 0, gigachat })).rejects.toThrow('proxy key');
  for (const way of [
    { proxyKeys: ['sk-mine'] },
    { allowUnauthenticated: true },
    { credentialMode: 'passthrough' as const },
  ]) {
    const running = await startOpenAiProxy({ host: '0.0.0.0', port: 0, gigachat, ...way });
    await running.close();
  }
});

test('a page that points its own name at loopback is turned away', async () => {
  const emulator = createEmulator();
  const options = { gigachat: { credentials: emulator.credentials, fetch: emulator.fetch } };
  const proxy = createOpenAiProxy({ ...options, allowedHosts: ['localhost'] });
  expect((await proxy.fetch(new Request('http://evil.example/v1/models'))).status).toBe(403);
  expect((await proxy.fetch(new Request('http://localhost/v1/models'))).status).toBe(200);
});

test('no secret is in a record, an error, or the proxy itself', async () => {
  const { ask, emulator, records, proxy } = proxyOverEmulator();
  emulator.enqueue({
    type: 'error',
    status: 500,
    message: `echo Bearer ${emulator.issueToken()} ${emulator.credentials}`,
  });
  const response = await ask('/v1/chat/completions', hello);
  const said = `${await response.text()}${JSON.stringify(records)}${inspect(proxy, { depth: 10, showHidden: true })}`;
  expect(records[0]?.errorDetail).toBeDefined();
  expect(said).not.toContain(emulator.credentials);
  expect(said).not.toMatch(/eyJ[\w-]{8,}/);
  expect(JSON.stringify(records)).not.toContain('Привет');
});
