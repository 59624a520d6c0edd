import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fetchRemoteFile } from '../attachments/fetch-remote-file.ts';
import { openPinnedRemoteEngine, type LookupAll } from './pinned-remote-engine.ts';
import { openRemoteEngine } from './remote-engine.ts';

// 127.0.0.2 plays a public host and 127.0.0.1 a private one: both are ours, and nothing leaves the machine.
const publicAddress = '127.0.0.2';
const isAllowed = (address: string): boolean => address === publicAddress;

let visible: Server;
let hidden: Server;
let hiddenRequests: number;
let port: number;

beforeEach(async () => {
  hiddenRequests = 0;
  visible = createServer((request, response) => {
    if (request.url === '/moved') response.writeHead(302, { location: '/file' }).end();
    else if (request.url === '/packed') {
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(1_000_000)));
    } else response.writeHead(200, { 'content-type': 'text/plain' }).end('visible');
  });
  await new Promise<void>((resolve) => visible.listen(0, publicAddress, resolve));
  port = (visible.address() as AddressInfo).port;
  hidden = createServer((_request, response) => {
    hiddenRequests += 1;
    response.end('hidden');
  });
  await new Promise<void>((resolve) => hidden.listen(port, '127.0.0.1', resolve));
});

afterEach(async () => {
  await Promise.all([visible, hidden].map((server) => new Promise((resolve) => server.close(resolve))));
});

/** A name server that gives these answers one after another, the last one for ever. */
function answering(...answers: readonly (readonly string[])[]) {
  const asked: string[] = [];
  const lookup: LookupAll = (hostname, done) => {
    const answer = answers[Math.min(asked.length, answers.length - 1)] ?? [];
    asked.push(hostname);
    done(
      null,
      answer.map((address) => ({ address, family: 4 })),
    );
  };
  return { lookup, asked };
}

async function get(url: string, lookup: LookupAll, judge = isAllowed) {
  const engine = openPinnedRemoteEngine(judge, lookup);
  try {
    const { signal } = new AbortController();
    const response = await engine.fetch(new URL(url), { headers: {}, signal });
    const chunks: Uint8Array[] = [];
    for await (const chunk of response.body ?? []) chunks.push(chunk);
    return {
      status: response.status,
      location: response.headers.get('location'),
      body: Buffer.concat(chunks),
    };
  } finally {
    await engine.close();
  }
}

const causeOf = (error: unknown) => (error instanceof Error ? error.cause : undefined);

test('the address that was judged is the address that is connected to', async () => {
  const { lookup, asked } = answering([publicAddress]);
  const { status, body } = await get(`http://example.com:${port}/file`, lookup);
  expect([status, body.toString()]).toEqual([200, 'visible']);
  expect(asked).toEqual(['example.com']);
});

test('a name server that changes its answer after the check is not asked again', async () => {
  const { lookup, asked } = answering([publicAddress], ['127.0.0.1']);
  const { body } = await get(`http://rebind.example.com:${port}/file`, lookup);
  expect(body.toString()).toBe('visible');
  expect(asked).toHaveLength(1);
  expect(hiddenRequests).toBe(0);
});

test.each([
  ['a private address', ['127.0.0.1']],
  ['a private address beside a public one', [publicAddress, '127.0.0.1']],
  ['no address', []],
])('a name that resolves to %s is turned down without a connection', async (_name, addresses) => {
  const { lookup } = answering(addresses);
  const error = await get(`http://example.com:${port}/`, lookup).catch((reason: unknown) => reason);
  expect(causeOf(error)).toMatchObject({ name: 'ForbiddenAddressError' });
  expect(hiddenRequests).toBe(0);
});

test('a literal address, which nobody resolves, is judged by the socket', async () => {
  const { lookup, asked } = answering();
  const error = await get(`http://127.0.0.1:${port}/`, lookup).catch((reason: unknown) => reason);
  expect(causeOf(error)).toMatchObject({ name: 'ForbiddenAddressError' });
  expect(asked).toEqual([]);
  expect(hiddenRequests).toBe(0);
});

test('redirects are handed back and not followed', async () => {
  const { lookup } = answering([publicAddress]);
  expect(await get(`http://example.com:${port}/moved`, lookup)).toMatchObject({
    status: 302,
    location: '/file',
  });
});

test('a failing name server and a closed port are failures', async () => {
  const failing: LookupAll = (_hostname, done) =>
    done(Object.assign(new Error('no'), { code: 'ENOTFOUND' }), []);
  const unknown = await get('http://example.com/', failing).catch((reason: unknown) => reason);
  expect(causeOf(unknown)).toMatchObject({ code: 'ENOTFOUND' });
  const { lookup } = answering(['127.0.0.3']);
  const closed = await get(`http://example.com:${port}/`, lookup, () => true).catch(
    (reason: unknown) => reason,
  );
  expect(causeOf(closed)).toMatchObject({ code: 'ECONNREFUSED' });
});

test('what a server has packed is counted unpacked', async () => {
  const { lookup } = answering([publicAddress]);
  const remote = () => 'any-address' as const;
  const openEngine = () => openPinnedRemoteEngine(isAllowed, lookup);
  const fetching = fetchRemoteFile(
    `http://example.com:${port}/packed`,
    { remote, maxBytes: 100_000 },
    { openEngine },
  );
  await expect(fetching).rejects.toMatchObject({ kind: 'payload-too-large' });
});

test('on Node the guard asks the system’s own names: localhost and its kin lead nowhere', async () => {
  for (const host of ['localhost', 'localtest.invalid']) {
    const engine = openRemoteEngine(isAllowed);
    const { signal } = new AbortController();
    await expect(engine.fetch(new URL(`http://${host}:${port}/`), { headers: {}, signal })).rejects.toThrow(
      'fetch failed',
    );
    await engine.close();
  }
  await expect(fetchRemoteFile(`http://127.0.0.1:${port}/`)).rejects.toThrow('cannot be fetched');
  expect(hiddenRequests).toBe(0);
});
