import { createServer as createHttpServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { connect, createServer, type AddressInfo } from 'node:net';
import { startEmulator, type RunningEmulator, type StartEmulatorOptions } from '@gigakit/emulator';
import { expect, onTestFinished, test } from 'vitest';
import { runCommand } from '../__fixtures__/run-command.ts';
import type { CheckResult } from './check-result.ts';

// Every set-up here is broken for real: servers, sockets, names and certificates, with one thing wrong.

async function start(options: StartEmulatorOptions = {}): Promise<RunningEmulator> {
  const emulator = await startEmulator({ port: 0, ...options });
  onTestFinished(() => emulator.close());
  return emulator;
}

async function examine(env: Readonly<Record<string, string>>, ...args: readonly string[]) {
  const { code, stdout, stderr } = await runCommand(['doctor', '--json', ...args], { env });
  expect(stderr).toBe('');
  const { checks }: { readonly checks: readonly CheckResult[] } = JSON.parse(stdout);
  return { code, checks, failures: checks.filter(({ status }) => status === 'fail'), stdout };
}

function without(env: Readonly<Record<string, string>>, ...names: readonly string[]) {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !names.includes(name)));
}

/** A proxy that lets through to this machine, or refuses. */
async function startProxy(status: number): Promise<string> {
  const server = createHttpServer();
  server.on('connect', ({ url = '' }, client) => {
    client.on('error', () => {});
    if (status !== 200) return void client.end(`HTTP/1.1 ${status} No\r\n\r\n`);
    const upstream = connect(Number(url.split(':').at(-1)), '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      upstream.pipe(client).pipe(upstream);
    });
    upstream.on('error', () => client.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** An emulator whose host lives that many minutes in the future. */
async function startAhead(minutes: number): Promise<Record<string, string>> {
  const { url, env } = await start();
  const forward = async (request: IncomingMessage, response: ServerResponse) => {
    const { url: path = '', method = 'GET', headers } = request;
    const { authorization = '', rquid = '' } = headers;
    const answer = await fetch(new URL(path, url), {
      method,
      headers: { authorization, rquid: String(rquid), 'content-type': 'application/x-www-form-urlencoded' },
      ...(method === 'POST' ? { body: 'scope=GIGACHAT_API_PERS' } : {}),
    });
    const date = new Date(Date.now() + minutes * 60_000).toUTCString();
    response.writeHead(answer.status, { date, 'content-type': 'application/json' });
    response.end(await answer.text());
  };
  const server = createHttpServer((request, response) => void forward(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  const moved = Object.entries(env).map(([name, value]) => [
    name,
    value.replace(url, `http://127.0.0.1:${port}`),
  ]);
  return Object.fromEntries(moved);
}

/** A port that was free a moment ago and that nothing listens on. */
async function deadPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

test('a set-up in order passes every check and ends with 0', async () => {
  const { env } = await start({ tls: true });
  const { code, checks } = await examine(env);
  expect(checks.filter(({ status }) => status === 'fail' || status === 'warn')).toEqual([]);
  expect(new Set(checks.map(({ check }) => check))).toEqual(
    new Set(['environment', 'proxy', 'dns', 'tcp', 'tls', 'clock', 'sign-in', 'models', 'balance']),
  );
  const tls = checks.find(({ check }) => check === 'tls');
  expect(tls?.message).toMatch(/Issued by gigakit emulator authority, .* SHA-256 ([0-9A-F]{2}:){31}/);
  expect(code).toBe(0);
});

test('no key', async () => {
  const { env } = await start();
  const { code, failures, checks } = await examine(without(env, 'GIGACHAT_CREDENTIALS'));
  expect(failures).toMatchObject([{ check: 'environment', cause: 'no-key' }]);
  expect(failures[0]).toHaveProperty('fix', expect.stringContaining('GIGACHAT_CREDENTIALS'));
  // The network was looked at all the same.
  expect(checks.find(({ check }) => check === 'clock')).toMatchObject({ status: 'ok' });
  expect(code).toBe(3);
});

test('a key that was encoded twice', async () => {
  const emulator = await start();
  const { code, failures, stdout } = await examine({
    ...emulator.env,
    GIGACHAT_CREDENTIALS: btoa(emulator.credentials),
  });
  expect(failures).toMatchObject([{ check: 'environment', cause: 'key-encoded-twice' }]);
  expect(stdout).not.toContain(btoa(emulator.credentials));
  expect(code).toBe(3);
});

test('a scope that the key does not belong to', async () => {
  const credentials = btoa('company:secret');
  const { env } = await start({ accounts: [{ credentials, scopes: ['GIGACHAT_API_B2B'] }] });
  const { code, failures } = await examine({ ...env, GIGACHAT_CREDENTIALS: credentials });
  expect(failures).toMatchObject([{ check: 'sign-in', cause: 'wrong-scope' }]);
  expect(failures[0]).toHaveProperty('fix', expect.stringContaining('GIGACHAT_API_B2B'));
  expect(code).toBe(3);
});

test('an expired access token', async () => {
  let nowMs = Date.now() - 3_600_000;
  const emulator = await start({ now: () => nowMs });
  const token = emulator.issueToken();
  nowMs = Date.now();
  const { code, failures, stdout } = await examine({
    ...without(emulator.env, 'GIGACHAT_CREDENTIALS'),
    GIGACHAT_ACCESS_TOKEN: token,
  });
  expect(failures).toMatchObject([{ check: 'sign-in', cause: 'expired-token' }]);
  expect(stdout).not.toContain(token);
  expect(code).toBe(3);
});

test('a model that the host does not serve', async () => {
  const { env } = await start({ profile: 'legacy' });
  const { code, failures } = await examine(env, '--model', 'GigaChat-3-Pro');
  expect(failures).toMatchObject([{ check: 'models', cause: 'wrong-host-for-model' }]);
  expect(failures[0]).toHaveProperty('fix', expect.stringContaining('https://api.giga.chat/v1'));
  expect(code).toBe(1);
});

test('a root that nobody here trusts', async () => {
  const emulator = await start({ tls: true });
  const { code, failures, checks } = await examine(without(emulator.env, 'GIGACHAT_CA_BUNDLE_FILE'));
  expect(failures).toMatchObject([{ check: 'tls', cause: 'unknown-ca' }]);
  expect(failures[0]?.message).toContain(emulator.pin);
  expect(checks.find(({ check }) => check === 'sign-in')).toMatchObject({ status: 'skip' });
  // Nothing was sent to a host that may be anybody.
  expect(emulator.journal).toEqual([]);
  expect(code).toBe(4);
});

test('a proxy that is down', async () => {
  const { env } = await start({ tls: true });
  const port = await deadPort();
  const { code, failures, stdout } = await examine({
    ...env,
    HTTPS_PROXY: `http://user:hidden@127.0.0.1:${port}`,
  });
  expect(failures).toMatchObject([{ check: 'proxy', cause: 'proxy-down' }]);
  expect(failures[0]).toHaveProperty('fix', expect.stringContaining('HTTPS_PROXY'));
  expect(stdout).not.toContain('hidden');
  expect(code).toBe(4);
});

test.each([
  [200, [], 0],
  [407, ['proxy-refused'], 4],
] as const)('a proxy that answers CONNECT with %i', async (status, causes, expected) => {
  const { env } = await start({ tls: true });
  const proxy = await startProxy(status);
  const { code, failures, checks } = await examine({ ...env, HTTPS_PROXY: proxy });
  expect(failures).toMatchObject(causes.map((cause) => ({ check: 'tls', cause })));
  expect(checks.find(({ check }) => check === 'dns')).toMatchObject({ message: 'the proxy does that' });
  expect(code).toBe(expected);
});

test('a name that does not resolve', async () => {
  const { env } = await start();
  const { code, failures } = await examine({
    ...env,
    GIGACHAT_BASE_URL: 'https://nonexistent.invalid/v1',
    GIGACHAT_BASE_URL_V2: 'https://nonexistent.invalid/v2',
  });
  expect(failures).toMatchObject([{ check: 'dns', cause: 'dns', target: 'nonexistent.invalid' }]);
  expect(code).toBe(4);
});

test('an empty balance', async () => {
  const { env } = await start({ balance: { GigaChat: 0, 'GigaChat-Pro': 500 } });
  const { code, failures } = await examine(env);
  expect(failures).toMatchObject([{ check: 'balance', cause: 'empty-balance' }]);
  expect(failures[0]?.message).toContain('GigaChat-Pro 500');
  expect(code).toBe(1);
});

test('a clock that is wrong', async () => {
  const env = await startAhead(40);
  const { code, failures } = await examine(env);
  expect(failures).toMatchObject([{ check: 'clock', cause: 'clock-skew' }]);
  expect(failures[0]?.message).toContain('40 minutes behind');
  expect(code).toBe(4);
});

test('for a person every failure is one line with what to fix below it', async () => {
  const { env } = await start();
  const { stdout } = await runCommand(['doctor'], { env: without(env, 'GIGACHAT_CREDENTIALS') });
  expect(stdout).toMatch(/^✗ environment {2}There is no key .*\n {15}→ Set GIGACHAT_CREDENTIALS .*\.$/m);
});
