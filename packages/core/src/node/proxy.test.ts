import { inspect } from 'node:util';
import { afterEach, expect, test, vi } from 'vitest';
import { isConnectionError } from '../errors/index.ts';
import { GigaChat } from '../gigachat.ts';
import { startProxy } from '../transport/__fixtures__/start-proxy.ts';
import { startServer } from '../transport/__fixtures__/start-server.ts';
import { createRoot } from './__fixtures__/certificates.ts';
import { bypassesProxy } from './bypasses-proxy.ts';

afterEach(() => void vi.unstubAllEnvs());

async function startApi(tls = false) {
  const seen: string[] = [];
  const root = await createRoot();
  const leaf = await root.issueLeaf();
  const server = await startServer(
    (request, response) => {
      seen.push(JSON.stringify(request.headers));
      response.end('{"data":[]}');
    },
    tls ? { cert: leaf.cert, key: leaf.key } : undefined,
  );
  return { ...server, seen, root };
}

const clientOf = (url: string, settings: ConstructorParameters<typeof GigaChat>[0]) =>
  new GigaChat({ accessToken: 'token', baseUrl: url, maxRetries: 0, ...settings });

test('a proxy that was asked for carries everything, and gets its own credentials only', async () => {
  const api = await startApi();
  const proxy = await startProxy({ user: 'user:password' });
  await using giga = clientOf(api.url, { proxy: `http://user:password@127.0.0.1:${proxy.port}` });
  await giga.models.list();
  await giga.models.list();
  expect(proxy.asked).toEqual([`127.0.0.1:${api.port}`]);
  expect(proxy.authorizations).toEqual([`Basic ${btoa('user:password')}`]);
  expect(api.seen.join()).not.toContain('proxy-authorization');
  expect(api.seen[0]).toContain('Bearer token');
});

test('HTTPS_PROXY carries https, and leaves http alone', async () => {
  const [secure, plain] = [await startApi(true), await startApi()];
  const proxy = await startProxy();
  vi.stubEnv('HTTPS_PROXY', `http://127.0.0.1:${proxy.port}`);
  await using giga = clientOf(secure.url, { tls: { ca: secure.root.cert } });
  await using other = clientOf(plain.url, {});
  await giga.models.list();
  await other.models.list();
  expect(proxy.asked).toEqual([`localhost:${secure.port}`]);
});

test('NO_PROXY names hosts that are reached directly', async () => {
  const api = await startApi(true);
  const proxy = await startProxy();
  vi.stubEnv('HTTPS_PROXY', `127.0.0.1:${proxy.port}`);
  vi.stubEnv('NO_PROXY', `example.com, localhost:${api.port}`);
  await using giga = clientOf(api.url, { tls: { ca: api.root.cert } });
  await giga.models.list();
  expect(proxy.asked).toEqual([]);
});

test('proxy: false reaches everything directly, whatever the environment says', async () => {
  const api = await startApi(true);
  vi.stubEnv('HTTPS_PROXY', 'http://127.0.0.1:1');
  await using giga = clientOf(api.url, { proxy: false, tls: { ca: api.root.cert } });
  await expect(giga.models.list()).resolves.toEqual([]);
});

test.each([
  ['wants credentials', { user: 'user:password' }, '407', 'http://user:password@host:port'],
  ['forbids the port', { refuseWith: 403 }, '403', '9443'],
  ['cannot reach the host', { refuseWith: 502 }, '502', '9443'],
])('a proxy that %s is named, and its password is not', async (_, options, status, hint) => {
  const api = await startApi();
  const proxy = await startProxy(options);
  await using giga = clientOf(api.url, { proxy: `http://someone:s3cr%40t@127.0.0.1:${proxy.port}` });
  const error: unknown = await giga.models.list().catch((reason: unknown) => reason);
  if (!isConnectionError(error)) throw new Error(`a ConnectionError was expected, not ${inspect(error)}`);
  expect(error.message).toContain(`The proxy 127.0.0.1:${proxy.port} refused`);
  expect(error.message).toContain(status);
  expect(error.hint).toContain(hint);
  const everything = inspect(error, { depth: 20, showHidden: true }) + JSON.stringify(error) + String(error);
  for (const hidden of ['s3cr', 'someone', btoa('someone:s3cr@t')]) expect(everything).not.toContain(hidden);
});

test('a proxy that is not there is named, and its password is not', async () => {
  const api = await startApi();
  await using giga = clientOf(api.url, { proxy: 'http://someone:s3cret@127.0.0.1:1' });
  const error: unknown = await giga.models.list().catch((reason: unknown) => reason);
  if (!isConnectionError(error)) throw new Error(`a ConnectionError was expected, not ${inspect(error)}`);
  expect(error.message).toContain('Could not reach the proxy 127.0.0.1:1');
  expect(error.code).toBe('ECONNREFUSED');
  expect(inspect(error, { depth: 20, showHidden: true })).not.toContain('s3cret');
});

test.each([
  ['api.giga.chat', '443', ['*'], true],
  ['api.giga.chat', '443', ['giga.chat'], true],
  ['api.giga.chat', '443', ['.giga.chat'], true],
  ['api.giga.chat', '443', ['*.giga.chat'], true],
  ['API.GIGA.CHAT', '443', ['api.giga.chat'], true],
  ['api.giga.chat', '443', ['api.giga.chat:443'], true],
  ['api.giga.chat', '443', ['api.giga.chat:9443'], false],
  ['notgiga.chat', '443', ['giga.chat'], false],
  ['giga.chat.example', '443', ['giga.chat'], false],
  ['127.0.0.1', '80', ['127.0.0.1'], true],
  ['[::1]', '80', ['::1'], true],
  ['[::1]', '80', ['[::1]:80'], true],
  ['api.giga.chat', '443', [], false],
])('NO_PROXY: %s:%s against %j is %s', (host, port, entries, expected) => {
  expect(bypassesProxy(host, port, entries)).toBe(expected);
});
