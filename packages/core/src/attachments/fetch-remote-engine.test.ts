import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openRemoteEngine } from './fetch-remote-engine.ts';

const server = createServer((request, response) => {
  if (request.url === '/moved') response.writeHead(302, { location: '/file' }).end();
  else if (request.url === '/none') response.writeHead(204).end();
  else response.writeHead(200, { 'content-type': 'image/png' }).end('bytes');
});

beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)));
afterAll(() => new Promise((resolve) => server.close(resolve)));

const at = (path: string) => new URL(path, `http://127.0.0.1:${(server.address() as AddressInfo).port}`);

test('without sockets the runtime’s fetch is used, redirects are left to us', async () => {
  const engine = openRemoteEngine(() => true);
  const { signal } = new AbortController();
  const moved = await engine.fetch(at('/moved'), { headers: {}, signal });
  expect([moved.status, moved.headers.get('location')]).toEqual([302, '/file']);
  const file = await engine.fetch(at('/file'), { headers: {}, signal });
  const chunks: Uint8Array[] = [];
  for await (const chunk of file.body ?? []) chunks.push(chunk);
  expect(Buffer.concat(chunks).toString()).toBe('bytes');
  const none = await engine.fetch(at('/none'), { headers: {}, signal });
  expect(none.body).toBeNull();
  await engine.close();
});
