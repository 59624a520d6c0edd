import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect, promisify } from 'node:util';
import { beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import { isConnectionError } from '../errors/index.ts';
import { GigaChat } from '../gigachat.ts';
import type { GigaChatSettings } from '../settings.ts';
import { startProxy } from '../transport/__fixtures__/start-proxy.ts';
import { sendJson, startServer } from '../transport/__fixtures__/start-server.ts';
import { createRoot, type CertificateAuthority, type Issued } from './__fixtures__/certificates.ts';

let root: CertificateAuthority;
let sub: CertificateAuthority;
let leaf: Issued;
let strangerRoot: CertificateAuthority;

beforeAll(async () => {
  [root, strangerRoot] = await Promise.all([createRoot(), createRoot('Stranger Root CA')]);
  sub = await root.issueAuthority('Test Sub CA');
  leaf = await sub.issueLeaf();
});

interface Presented {
  readonly leaf?: Issued;
  /** What goes out after the leaf. The whole chain with its root by default, as GigaChat's servers send it. */
  readonly chain?: readonly { readonly cert: string }[];
  readonly clientCa?: string;
}

/** GigaChat's two roles, sign-in and API, on one TLS server. */
async function startGigaChat({ leaf: shown = leaf, chain = [sub, root], clientCa }: Presented = {}) {
  const seen: string[] = [];
  const server = await startServer(
    (request, response) => {
      seen.push(`${request.method} ${request.url} ${request.headers.authorization ?? 'no authorization'}`);
      sendJson(
        response,
        200,
        request.url === '/oauth'
          ? { access_token: 'token-1', expires_at: Date.now() + 1_800_000 }
          : { data: [{ id: 'GigaChat-2', type: 'chat' }] },
      );
    },
    {
      cert: [shown, ...chain].map(({ cert }) => cert).join('\n'),
      key: shown.key,
      ...(clientCa === undefined ? {} : { ca: clientCa, requestCert: true, rejectUnauthorized: true }),
    },
  );
  const connect = (settings: GigaChatSettings = {}) => {
    const giga = new GigaChat({
      credentials: btoa('id:secret'),
      baseUrl: `${server.url}/v1`,
      authUrl: `${server.url}/oauth`,
      maxRetries: 0,
      ...settings,
    });
    onTestFinished(() => giga.close());
    return giga;
  };
  return { ...server, seen, connect };
}

const failureOf = async (giga: GigaChat) => {
  const error: unknown = await giga.models.list().then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!isConnectionError(error)) throw new Error(`a ConnectionError was expected, not ${inspect(error)}`);
  return error;
};

const fileWith = async (text: string) => {
  const folder = await mkdtemp(join(tmpdir(), 'gigakit-tls-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const path = join(folder, 'bundle.pem');
  await writeFile(path, text);
  return path;
};

test('"self-signed certificate in certificate chain" is not met: the pinned root is taken from the chain that the server sends', async () => {
  const server = await startGigaChat();
  const giga = server.connect({ tls: { pinnedRoots: [root.sha256] } });
  expect(await giga.models.list()).toHaveLength(1);
  expect(server.seen).toEqual([`POST /oauth Basic ${btoa('id:secret')}`, 'GET /v1/models Bearer token-1']);
});

test('the chain is looked at once, however many connections begin together', async () => {
  const server = await startGigaChat();
  const giga = server.connect({
    tls: { pinnedRoots: [root.sha256] },
    accessToken: async () => 'token-1',
    credentials: undefined,
    scope: 'GIGACHAT_API_B2B',
  });
  await Promise.all(Array.from({ length: 5 }, () => giga.models.list()));
  // Five that failed, one that looked, five that worked.
  expect(server.connections()).toBeLessThanOrEqual(11);
  const before = server.connections();
  await giga.models.list();
  expect(server.connections()).toBe(before);
});

test('a chain with a root that is not pinned is refused, and nothing was sent', async () => {
  const server = await startGigaChat();
  const error = await failureOf(server.connect());
  expect(error.code).toBe('SELF_SIGNED_CERT_IN_CHAIN');
  expect(error.isRetryable).toBe(false);
  expect(error.message).toContain('CN=Test Root CA');
  expect(error.hint).toContain('tls.caFile');
  expect(server.seen).toEqual([]);
});

test('a stranger who shows the pinned root beside a chain of his own is refused', async () => {
  const strangerSub = await strangerRoot.issueAuthority('Stranger Sub CA');
  const server = await startGigaChat({
    leaf: await strangerSub.issueLeaf(),
    chain: [strangerSub, strangerRoot, root],
  });
  const error = await failureOf(server.connect({ tls: { pinnedRoots: [root.sha256] } }));
  expect(error.code).toBe('SELF_SIGNED_CERT_IN_CHAIN');
  expect(server.seen).toEqual([]);
});

test('a leaf that only claims the pinned root as issuer is refused', async () => {
  // Same names, other keys: the look finds the true root in the chain, the verification finds a wrong signature.
  const falseRoot = await createRoot('Test Root CA');
  const server = await startGigaChat({ leaf: await falseRoot.issueLeaf(), chain: [root] });
  const error = await failureOf(server.connect({ tls: { pinnedRoots: [root.sha256] } }));
  expect(error.code).toBeDefined();
  expect(server.seen).toEqual([]);
});

test('a chain sent without its root: the hint names the download and the pin', async () => {
  const server = await startGigaChat({ chain: [sub] });
  const error = await failureOf(server.connect());
  expect(error.code).toMatch(/UNABLE_TO_GET_ISSUER_CERT|UNABLE_TO_VERIFY_LEAF/);
  expect(error.hint).toContain('https://gu-st.ru/content/lending/russian_trusted_root_ca_pem.crt');
  expect(error.hint).toContain(
    'D2:6D:2D:02:31:B7:C3:9F:92:CC:73:85:12:BA:54:10:35:19:E4:40:5D:68:B5:BD:70:3E:97:88:CA:8E:CF:31',
  );
});

test('a chain sent without its root works once the root is given', async () => {
  const server = await startGigaChat({ chain: [sub] });
  expect(await server.connect({ tls: { ca: root.cert } }).models.list()).toHaveLength(1);
  expect(await server.connect({ tls: { caFile: await fileWith(root.cert) } }).models.list()).toHaveLength(1);
});

test('GIGACHAT_CA_BUNDLE_FILE works, also with several certificates in it', async () => {
  const server = await startGigaChat({ chain: [sub] });
  vi.stubEnv('GIGACHAT_CA_BUNDLE_FILE', await fileWith(`# bundle\n${strangerRoot.cert}\n${root.cert}\n`));
  onTestFinished(() => void vi.unstubAllEnvs());
  expect(await server.connect().models.list()).toHaveLength(1);
});

test("a company's root beside the pinned one keeps the pin at work", async () => {
  const server = await startGigaChat();
  const giga = server.connect({ tls: { ca: strangerRoot.cert, pinnedRoots: [root.sha256] } });
  expect(await giga.models.list()).toHaveLength(1);
});

test('an expired leaf is refused although its root is pinned', async () => {
  const expired = await sub.issueLeaf({ notBefore: new Date(2020, 0), notAfter: new Date(2021, 0) });
  const server = await startGigaChat({ leaf: expired });
  const error = await failureOf(server.connect({ tls: { pinnedRoots: [root.sha256] } }));
  expect(error.code).toBe('CERT_HAS_EXPIRED');
  expect(error.hint).toContain('expired');
  expect(error.isRetryable).toBe(false);
  expect(server.seen).toEqual([]);
});

test('a certificate for another host is refused although its root is pinned', async () => {
  const other = await sub.issueLeaf({ commonName: 'api.example.com', dns: ['api.example.com'] });
  const server = await startGigaChat({ leaf: other });
  const error = await failureOf(server.connect({ tls: { pinnedRoots: [root.sha256] } }));
  expect(error.code).toBe('ERR_TLS_CERT_ALTNAME_INVALID');
  expect(error.hint).toContain('another host');
  expect(server.seen).toEqual([]);
});

test('mutual TLS signs in by certificate alone: no Authorization, no token request', async () => {
  const client = await sub.issueLeaf({ commonName: 'client', usage: 'client', dns: ['client'] });
  const server = await startGigaChat({ clientCa: [root.cert, sub.cert].join('\n') });
  const giga = server.connect({
    credentials: undefined,
    tls: {
      pinnedRoots: [root.sha256],
      certFile: await fileWith(`${client.cert}\n${sub.cert}`),
      keyFile: await fileWith(client.key),
    },
  });
  expect(await giga.models.list()).toHaveLength(1);
  expect(server.seen).toEqual(['GET /v1/models no authorization']);
});

test('one file with certificate and key is enough, given by the environment', async () => {
  const client = await sub.issueLeaf({ commonName: 'client', usage: 'client', dns: ['client'] });
  const server = await startGigaChat({ clientCa: [root.cert, sub.cert].join('\n') });
  vi.stubEnv('GIGACHAT_CERT_FILE', await fileWith(`${client.cert}\n${sub.cert}\n${client.key}`));
  onTestFinished(() => void vi.unstubAllEnvs());
  const giga = server.connect({ credentials: undefined, tls: { ca: root.cert } });
  expect(await giga.models.list()).toHaveLength(1);
});

test('a server that wants a client certificate and gets none answers nothing', async () => {
  const server = await startGigaChat({ clientCa: root.cert });
  expect((await failureOf(server.connect({ tls: { ca: root.cert } }))).message).toContain(
    `localhost:${server.port}`,
  );
  expect(server.seen).toEqual([]);
});

test('verify: false connects to anything and warns the process once', async () => {
  const warning = vi.spyOn(process, 'emitWarning').mockImplementation(() => {});
  onTestFinished(() => warning.mockRestore());
  const server = await startGigaChat({ chain: [] });
  expect(await server.connect({ tls: { verify: false } }).models.list()).toHaveLength(1);
  vi.stubEnv('GIGACHAT_VERIFY_SSL_CERTS', 'false');
  onTestFinished(() => void vi.unstubAllEnvs());
  expect(await server.connect().models.list()).toHaveLength(1);
  expect(warning).toHaveBeenCalledTimes(1);
});

test.each([
  ['a path that is not there', '/no/such/file.pem', /tls\.caFile.*\/no\/such\/file\.pem/],
  ['a file without a certificate', '', /holds no PEM certificate/],
])('tls.caFile: %s is an error that names it', async (_, path, message) => {
  const server = await startGigaChat();
  const caFile = path === '' ? await fileWith('not a certificate') : path;
  await expect(server.connect({ tls: { caFile } }).models.list()).rejects.toThrow(message);
});

test('the pinned root is found through a proxy as well', async () => {
  const server = await startGigaChat();
  const proxy = await startProxy({ user: 'user:p%40ss' });
  const giga = server.connect({
    proxy: `http://user:p%2540ss@127.0.0.1:${proxy.port}`,
    tls: { pinnedRoots: [root.sha256] },
  });
  expect(await giga.models.list()).toHaveLength(1);
  expect(new Set(proxy.asked)).toEqual(new Set([`localhost:${server.port}`]));
});

test('a certificate for another host is refused through a proxy', async () => {
  const other = await sub.issueLeaf({ commonName: 'api.example.com', dns: ['api.example.com'] });
  const server = await startGigaChat({ leaf: other });
  const proxy = await startProxy();
  const giga = server.connect({
    proxy: `http://127.0.0.1:${proxy.port}`,
    tls: { pinnedRoots: [root.sha256] },
  });
  expect((await failureOf(giga)).code).toBe('ERR_TLS_CERT_ALTNAME_INVALID');
});

test.each([
  [true, 'worked'],
  [false, 'SELF_SIGNED_CERT_IN_CHAIN'],
])('a root of the operating system, with systemRoots: %s: %s', async (systemRoots, outcome) => {
  const server = await startGigaChat();
  const program = `
    import { GigaChat } from ${JSON.stringify(new URL('../index.ts', import.meta.url).href)};
    const giga = new GigaChat({
      accessToken: 'token',
      baseUrl: ${JSON.stringify(`${server.url}/v1`)},
      maxRetries: 0,
      tls: { systemRoots: ${systemRoots} },
    });
    console.log(await giga.models.list().then(() => 'worked', (error) => error.code));
    await giga.close();
  `;
  // The system's roots are read once a process, so this needs one of its own.
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--conditions=@gigakit/source', '--input-type=module', '--eval', program],
    { env: { ...process.env, SSL_CERT_FILE: await fileWith(root.cert) } },
  );
  expect(stdout.trim()).toBe(outcome);
});
