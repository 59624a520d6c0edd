import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface RunningRedis {
  readonly url: string;
  stop(): Promise<void>;
}

/** A Redis server of its own on a free port of 127.0.0.1. Undefined where no `redis-server` is installed. */
export async function startRedis(): Promise<RunningRedis | undefined> {
  const port = await freePort();
  const folder = await mkdtemp(join(tmpdir(), 'gigakit-redis-'));
  const server = spawn('redis-server', ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--dir', folder], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const stop = async () => {
    if (server.exitCode === null && server.pid !== undefined) {
      server.kill();
      await once(server, 'exit');
    }
    await rm(folder, { recursive: true });
  };
  const isReady = await new Promise<boolean>((resolve) => {
    server.once('error', () => resolve(false));
    server.once('exit', () => resolve(false));
    server.stdout.setEncoding('utf8').on('data', (text: string) => {
      if (text.includes('Ready to accept connections')) resolve(true);
    });
  });
  if (isReady) return { url: `redis://127.0.0.1:${port}`, stop };
  await stop();
  return undefined;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
