import { once } from 'node:events';
import { createServer } from 'node:net';
import { Hono } from 'hono';
import { expect, test } from 'vitest';
import { listen } from './listen.ts';

test('a taken port is left to its owner and the next free one is used', async () => {
  const owner = createServer().listen(0, '127.0.0.1');
  await once(owner, 'listening');
  const address = owner.address();
  const taken = typeof address === 'object' && address !== null ? address.port : 0;
  const { server, port } = await listen(new Hono(), taken);
  expect(port).toBeGreaterThan(taken);
  expect(server.address()).toMatchObject({ address: '127.0.0.1', port });
  server.close();
  owner.close();
});
