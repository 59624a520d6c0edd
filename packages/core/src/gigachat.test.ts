import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { GigaChat } from './gigachat.ts';

const key = btoa('id:secret');
const cleanUps: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0)) await cleanUp();
});

async function listen(handle: (request: IncomingMessage, response: ServerResponse) => void) {
  const server = createServer(handle);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  cleanUps.push(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

test('a client signs in and calls the API', async () => {
  const seen: string[] = [];
  const url = await listen((request, response) => {
    seen.push(`${request.method} ${request.url} ${request.headers.authorization}`);
    response.setHeader('content-type', 'application/json');
    response.end(
      request.url === '/oauth'
        ? JSON.stringify({ access_token: 'token', expires_at: Date.now() + 1_800_000 })
        : JSON.stringify({ object: 'list', data: [{ id: 'GigaChat-2', type: 'chat' }] }),
    );
  });
  await using giga = new GigaChat({ credentials: key, authUrl: `${url}/oauth`, baseUrl: `${url}/v1` });
  expect((await giga.models.list()).map(({ id }) => id)).toEqual(['GigaChat-2']);
  expect(seen).toEqual([`POST /oauth Basic ${key}`, 'GET /v1/models Bearer token']);
});
