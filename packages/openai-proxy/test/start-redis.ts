import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { createClient } from '@redis/client';

export interface RunningRedis {
  readonly url: string;
  close(): Promise<void>;
}

/** Whether this machine has the program. Where tests must not be left out, its absence is an error. */
export function hasRedis(): boolean {
  const isThere = spawnSync('redis-server', ['--version']).status === 0;
  if (!isThere && process.env['CI'] === 'true') {
    throw new Error('redis-server is not installed; CI must have it.');
  }
  if (!isThere) process.stderr.write('redis-server is not installed: tests of shared state are left out.\n');
  return isThere;
}

/** A Redis of its own on a free port, which keeps nothing on disk. */
export async function startRedis(): Promise<RunningRedis> {
  const port = await freePort();
  const server = spawn(
    'redis-server',
    ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'],
    { stdio: ['ignore', 'pipe', 'inherit'], cwd: '/tmp' },
  );
  const exited = once(server, 'exit');
  const url = `redis://127.0.0.1:${port}`;
  for await (const text of server.stdout.setEncoding('utf8')) {
    if (String(text).includes('Ready to accept connections')) break;
  }
  const probe = createClient({ url });
  await probe.connect();
  await probe.close();
  return {
    url,
    close: async () => {
      server.kill('SIGKILL');
      await exited;
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (typeof address !== 'object' || address === null) throw new Error('no port');
  return address.port;
}
