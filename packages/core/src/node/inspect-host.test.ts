import { beforeAll, expect, test } from 'vitest';
import { resolveSettings } from '../resolve-settings.ts';
import { startProxy } from '../transport/__fixtures__/start-proxy.ts';
import { sendJson, startServer } from '../transport/__fixtures__/start-server.ts';
import { createRoot, type CertificateAuthority, type Issued } from './__fixtures__/certificates.ts';
import { goesThroughProxy, inspectHost } from './inspect-host.ts';

let root: CertificateAuthority;
let sub: CertificateAuthority;
let leaf: Issued;

beforeAll(async () => {
  root = await createRoot();
  sub = await root.issueAuthority('Test Sub CA');
  leaf = await sub.issueLeaf();
});

const nothingSet = () => undefined;

async function startHost() {
  const requests: (string | undefined)[] = [];
  const server = await startServer(
    (request, response) => {
      requests.push(request.url);
      sendJson(response, 200, {});
    },
    { cert: [leaf, sub, root].map(({ cert }) => cert).join('\n'), key: leaf.key },
  );
  return { ...server, requests };
}

test('a host with a pinned root passes, shows its chain and hears no request', async () => {
  const host = await startHost();
  const settings = resolveSettings({ tls: { pinnedRoots: [root.sha256] } }, nothingSet);
  const { failure, chain } = await inspectHost(host.url, settings);
  expect(failure).toBeUndefined();
  expect(chain.map(({ subject }) => subject.split(', ')[0])).toEqual([
    'CN=localhost',
    'CN=Test Sub CA',
    'CN=Test Root CA',
  ]);
  expect(host.requests).toEqual([]);
});

test('a host with an unknown root fails as it would for a client, and its chain is shown all the same', async () => {
  const host = await startHost();
  const { failure, chain } = await inspectHost(host.url, resolveSettings({}, nothingSet));
  expect(failure).toMatchObject({ kind: 'connection', code: 'SELF_SIGNED_CERT_IN_CHAIN' });
  expect(chain).toHaveLength(3);
});

test('through a proxy the same host is looked at through a tunnel', async () => {
  const [host, proxy] = await Promise.all([startHost(), startProxy()]);
  const settings = resolveSettings(
    { proxy: `http://127.0.0.1:${proxy.port}`, tls: { pinnedRoots: [root.sha256] } },
    nothingSet,
  );
  const { failure, chain } = await inspectHost(host.url, settings);
  expect({ failure, length: chain.length }).toEqual({ failure: undefined, length: 3 });
  expect(new Set(proxy.asked)).toEqual(new Set([new URL(host.url).host]));
});

test('a proxy that is down is the failure, in the words of the client', async () => {
  const settings = resolveSettings({ proxy: 'http://user:hidden@127.0.0.1:1' }, nothingSet);
  const { failure, chain } = await inspectHost('https://api.giga.chat/v1', settings);
  expect(failure?.message).toContain('Could not reach the proxy 127.0.0.1:1');
  expect(failure?.message).not.toContain('hidden');
  expect(chain).toEqual([]);
});

test.each([
  { url: 'https://api.giga.chat/v1', environment: { HTTPS_PROXY: 'http://p:1' }, isProxied: true },
  { url: 'http://127.0.0.1:8090/v1', environment: { HTTPS_PROXY: 'http://p:1' }, isProxied: false },
  {
    url: 'https://api.giga.chat/v1',
    environment: { HTTPS_PROXY: 'http://p:1', NO_PROXY: 'giga.chat' },
    isProxied: false,
  },
  { url: 'https://api.giga.chat/v1', environment: {}, isProxied: false },
])('$url with $environment goes through a proxy: $isProxied', ({ url, environment, isProxied }) => {
  const variables: Readonly<Record<string, string | undefined>> = environment;
  expect(
    goesThroughProxy(
      url,
      resolveSettings({}, (name) => variables[name]),
    ),
  ).toBe(isProxied);
});
