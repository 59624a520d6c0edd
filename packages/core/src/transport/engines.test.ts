import { once } from 'node:events';
import { brotliCompressSync, createGzip, deflateSync, gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { resolveSettings } from '../resolve-settings.ts';
import { createEngine as createFetchEngine } from './fetch-engine.ts';
import { createEngine as createUndiciEngine } from '../node/undici-engine.ts';
import type { HttpRequest } from './send.ts';
import { readBody, startServer } from './__fixtures__/start-server.ts';

const settings = resolveSettings({ accessToken: 'token', proxy: false }, () => undefined);
const engines = [
  ['undici', createUndiciEngine],
  ['fetch', createFetchEngine],
] as const;

const post = (url: string, more: Partial<HttpRequest> = {}): HttpRequest => ({
  method: 'POST',
  url,
  headers: { authorization: 'Bearer token', 'content-type': 'text/plain' },
  operation: 'test',
  ...more,
});

async function* pieces(...texts: string[]) {
  for (const text of texts) yield new TextEncoder().encode(text);
}

test.each(engines)(
  '%s: text, bytes and streams go out as bodies, Russian letters and all',
  async (_, create) => {
    const bodies: string[] = [];
    const lengths: (string | undefined)[] = [];
    const server = await startServer(async (request, response) => {
      bodies.push(await readBody(request));
      lengths.push(request.headers['content-length']);
      response.end('ok');
    });
    const engine = create(settings);
    const bytes = new TextEncoder().encode('байты');
    for (const body of [
      { kind: 'text', text: 'текст' },
      { kind: 'bytes', bytes },
      { kind: 'stream', open: () => pieces('по', 'ток'), length: 10 },
      { kind: 'stream', open: () => pieces('без длины'), length: undefined },
    ] as const) {
      const response = await engine.send(post(server.url, { body }));
      expect(await response.text()).toBe('ok');
    }
    expect(bodies).toEqual(['текст', 'байты', 'поток', 'без длины']);
    expect(lengths.slice(0, 2)).toEqual(['10', '10']);
    await engine.close();
  },
);

test('undici: a stream whose length is known says it', async () => {
  const lengths: (string | undefined)[] = [];
  const server = await startServer(async (request, response) => {
    lengths.push(request.headers['content-length'], request.headers['transfer-encoding']);
    await readBody(request);
    response.end();
  });
  const engine = createUndiciEngine(settings);
  await (
    await engine.send(
      post(server.url, { body: { kind: 'stream', open: () => pieces('по', 'ток'), length: 10 } }),
    )
  ).discard();
  expect(lengths).toEqual(['10', undefined]);
  await engine.close();
});

test.each(engines)('%s: headers of the answer have lower-case names', async (_, create) => {
  const server = await startServer((_request, response) => {
    response.writeHead(200, { 'X-Request-ID': 'abc', 'X-Many': ['a', 'b'] }).end();
  });
  const engine = create(settings);
  const response = await engine.send(post(server.url));
  expect(response.headers).toMatchObject({ 'x-request-id': 'abc', 'x-many': 'a, b' });
  await response.discard();
  await engine.close();
});

test.each(engines)(
  '%s: a redirect to another host is not followed, so the token stays',
  async (_, create) => {
    let strangers = 0;
    const stranger = await startServer((_request, response) => {
      strangers += 1;
      response.end();
    });
    const server = await startServer((_request, response) => {
      response.writeHead(307, { location: stranger.url }).end();
    });
    const engine = create(settings);
    const response = await engine.send(post(server.url));
    expect(response.status).toBe(307);
    await response.discard();
    expect(strangers).toBe(0);
    await engine.close();
  },
);

test.each(engines)('%s: leaving the body early closes the connection', async (_, create) => {
  const closed: Promise<unknown>[] = [];
  const server = await startServer((_request, response) => {
    closed.push(once(response, 'close'));
    response.writeHead(200);
    response.write('one');
  });
  const engine = create(settings);
  const response = await engine.send(post(server.url));
  for await (const chunk of response.body) {
    expect(new TextDecoder().decode(chunk)).toBe('one');
    break;
  }
  await response.finished;
  await Promise.all(closed);
  await engine.close();
});

test.each(engines)('%s: discarding an unread body frees it', async (_, create) => {
  const server = await startServer((_request, response) => response.end('short'));
  const engine = create(settings);
  const response = await engine.send(post(server.url));
  await response.discard();
  await expect(response.finished).resolves.toBeUndefined();
  await engine.close();
});

test.each(engines)('%s: the body can be read once', async (_, create) => {
  const server = await startServer((_request, response) => response.end('short'));
  const engine = create(settings);
  const response = await engine.send(post(server.url));
  await response.text();
  expect(() => response.body[Symbol.asyncIterator]()).toThrow(/only once/);
  await engine.close();
});

test.each(engines)(
  '%s: a host that is not there is a ConnectionError with the code of the system',
  async (_, create) => {
    const gone = await startServer(() => {});
    await gone.close();
    const engine = create(settings);
    await expect(engine.send(post(gone.url))).rejects.toMatchObject({
      kind: 'connection',
      code: 'ECONNREFUSED',
    });
    await engine.close();
  },
);

test.each(engines)('%s: an upload that fails half-way ends its source', async (_, create) => {
  let chunks = 0;
  let ended = 0;
  const server = await startServer((request) => {
    request.once('data', () => request.socket.destroy());
  });
  const long = async function* () {
    try {
      for (let chunk = 0; chunk < 4000; chunk += 1) {
        chunks += 1;
        yield new Uint8Array(65_536);
      }
    } finally {
      ended += 1;
    }
  };
  const engine = create(settings);
  await expect(
    engine.send(post(server.url, { body: { kind: 'stream', open: long, length: undefined } })),
  ).rejects.toMatchObject({ kind: 'connection' });
  await expect.poll(() => ended).toBe(1);
  expect(chunks).toBeLessThan(4000);
  await engine.close();
});

test.each([
  [{ ca: 'PEM' }, 'tls.ca'],
  [{ caFile: '/a.pem' }, 'tls.caFile'],
  [{ cert: 'PEM', key: 'PEM' }, 'tls.cert'],
  [{ certFile: '/a.pem' }, 'tls.certFile'],
  [{ verify: false }, 'tls.verify'],
])('fetch: %j would be lost in silence, and is refused by name', (tls, field) => {
  expect(() => createFetchEngine(resolveSettings({ tls }, () => undefined))).toThrow(
    `\`${field}\` cannot be followed here`,
  );
});

test.each(engines)('%s: what a gateway packed unasked comes out as it was', async (_, create) => {
  const pack = { gzip: gzipSync, deflate: deflateSync, br: brotliCompressSync };
  const server = await startServer((request, response) => {
    const encoding =
      request.url?.slice(1) === 'br' ? 'br' : request.url?.slice(1) === 'gzip' ? 'gzip' : 'deflate';
    response.writeHead(200, { 'content-encoding': encoding });
    response.end(pack[encoding]('Привет, мир!'));
  });
  const engine = create(settings);
  for (const encoding of Object.keys(pack)) {
    const response = await engine.send(post(`${server.url}/${encoding}`));
    expect(await response.text()).toBe('Привет, мир!');
  }
  await engine.close();
});

test.each(engines)('%s: a packed stream is read as it comes, and left like any other', async (_, create) => {
  let closed: Promise<unknown> = Promise.resolve();
  const server = await startServer((_request, response) => {
    closed = once(response, 'close');
    response.writeHead(200, { 'content-encoding': 'gzip' });
    const gzip = createGzip();
    gzip.pipe(response);
    gzip.write('первый');
    gzip.flush();
  });
  const engine = create(settings);
  const response = await engine.send(post(server.url));
  for await (const chunk of response.body) {
    expect(new TextDecoder().decode(chunk)).toBe('первый');
    break;
  }
  await closed;
  const unread = await engine.send(post(server.url));
  await unread.discard();
  await closed;
  await engine.close();
});

test('undici: a packed body that is cut is a ConnectionError', async () => {
  const server = await startServer((_request, response) => {
    response.writeHead(200, { 'content-encoding': 'gzip' });
    response.end(gzipSync('Привет, мир!').subarray(0, 20));
  });
  const engine = createUndiciEngine(settings);
  const response = await engine.send(post(server.url));
  await expect(response.text()).rejects.toMatchObject({ kind: 'connection' });
  await engine.close();
});
