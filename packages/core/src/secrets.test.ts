import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import { GigaChat } from './gigachat.ts';
import type { ClientEvent, GigaChatSettings } from './settings.ts';
import { startServer } from './transport/__fixtures__/start-server.ts';

const clientSecret = '7f3a9c1e-5b7d-4c2a-9e8f-0a1b2c3d4e5f';
const key = btoa(`client:${clientSecret}`);
const token = `eyJjdHkiOiJqd3QiLCJlbmMiOiJBMjU2R0NNIn0.${'Zm9v'.repeat(30)}.YmFy.YmF6.cXV4`;
const password = 'open-sesame-42';
const passwordKey = btoa(`ivan:${password}`);
const cookie = 'spid=1234567890';
const secrets = [clientSecret, key, token, password, passwordKey, cookie];

/** Everything a value may show to a log: inspect at any depth, hidden fields too, JSON, text, the stack. */
function shown(value: unknown): string {
  const parts = [inspect(value, { depth: 20, showHidden: true, getters: true }), String(value)];
  for (let error = value; error instanceof Error; error = error.cause) {
    parts.push(
      error.message,
      error.stack ?? '',
      JSON.stringify(error),
      JSON.stringify(Object.getOwnPropertyDescriptors(error)),
    );
  }
  return parts.join('\n');
}

const signIns: readonly [string, GigaChatSettings][] = [
  ['a key', { credentials: key }],
  ['a pair', { clientId: 'client', clientSecret }],
  ['a token', { accessToken: token }],
  ['a function', { accessToken: () => token }],
  ['a password', { user: 'ivan', password }],
];

/** What goes wrong: each takes the request's own headers and puts as much of them into the answer as a server can. */
const failures: readonly [string, Parameters<typeof startServer>[0]][] = [
  [
    '401 echoing the request',
    (request, response) =>
      response
        .writeHead(401, { 'set-cookie': cookie })
        .end(JSON.stringify({ status: 401, message: `Unauthorized: ${request.headers.authorization}` })),
  ],
  [
    '400 with all headers in the body',
    (request, response) => response.writeHead(400).end(JSON.stringify({ headers: request.headers })),
  ],
  [
    '403 as a page with the request in it',
    (request, response) =>
      response
        .writeHead(403)
        .end(
          `<html><title>No ${request.headers.authorization}</title><pre>${JSON.stringify(request.headers)}</pre></html>`,
        ),
  ],
  ['429', (_, response) => response.writeHead(429).end('{"status":429,"message":"Too many requests"}')],
  [
    '500 with an echo in a header',
    (request, response) =>
      response.writeHead(500, { 'x-debug': String(request.headers.authorization) }).end(),
  ],
  [
    '200 that is not JSON',
    (request, response) => response.end(`<html><title>${request.headers.authorization}</title></html>`),
  ],
  ['a dropped connection', (request) => request.socket.destroy()],
  [
    'an answer that breaks off',
    (request, response) => {
      response.writeHead(200, { 'content-length': '100' });
      response.write('{', () => request.socket.destroy());
    },
  ],
  ['silence', () => {}],
  [
    'a redirect',
    (request, response) =>
      response
        .writeHead(302, {
          location: `http://elsewhere.example/?t=${encodeURIComponent(String(request.headers.authorization))}`,
        })
        .end(),
  ],
];

const cases = signIns.flatMap(([signIn, settings]) =>
  failures.map(([failure, handler]) => ({ signIn, settings, failure, handler })),
);

test.each(cases)(
  '$failure, signed in by $signIn: no secret in errors, events or the client',
  async ({ settings, handler, failure }) => {
    const server = await startServer((request, response) => {
      const isSignIn = request.url === '/oauth' || request.url === '/v1/token';
      // Every other sign-in works, so that failures of both the sign-in and the API are met.
      if (isSignIn && !failure.startsWith('400') && failure !== 'silence') {
        response.end(JSON.stringify({ access_token: token, expires_at: Date.now() + 1_800_000 }));
      } else {
        handler(request, response);
      }
    });
    const events: ClientEvent[] = [];
    await using giga = new GigaChat({
      ...settings,
      baseUrl: `${server.url}/v1`,
      authUrl: `${server.url}/oauth`,
      timeoutMs: 300,
      retry: { maxRetries: 1, initialDelayMs: 0 },
      onEvent: (event) => events.push(event),
    });
    const errors: unknown[] = [];
    const messages = [{ role: 'user', content: 'Привет' }] as const;
    for (const call of [
      () => giga.models.list(),
      () => giga.chat.generate({ messages }),
      async () => (await giga.chat.stream({ messages })).result(),
    ]) {
      errors.push(
        await call().then(
          () => new Error('it worked'),
          (error: unknown) => error,
        ),
      );
    }
    expect(errors.map(String).join()).not.toContain('it worked');
    const everything = [...errors, ...events, giga, giga.chat, giga.models, JSON.stringify(giga)]
      .map(shown)
      .join('\n');
    for (const secret of secrets) expect(everything).not.toContain(secret);
    expect(everything).not.toMatch(/authorization['"]?:\s*['"](?:Bearer|Basic) (?!\*\*\*)/i);
  },
);

test('nothing is printed', async () => {
  const written: unknown[] = [];
  const original = { out: process.stdout.write, error: process.stderr.write };
  const record = (chunk: unknown) => {
    written.push(chunk);
    return true;
  };
  process.stdout.write = record;
  process.stderr.write = record;
  try {
    const server = await startServer((request, response) =>
      request.url === '/oauth'
        ? response.end(JSON.stringify({ access_token: token, expires_at: Date.now() + 1_800_000 }))
        : response.writeHead(500).end(),
    );
    await using giga = new GigaChat({
      credentials: key,
      baseUrl: server.url,
      authUrl: `${server.url}/oauth`,
      retry: { initialDelayMs: 0 },
    });
    await giga.models.list().catch(() => {});
  } finally {
    process.stdout.write = original.out;
    process.stderr.write = original.error;
  }
  expect(written).toEqual([]);
});
