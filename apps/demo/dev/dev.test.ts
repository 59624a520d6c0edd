import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { expect, test } from 'vitest';

const main = new URL('main.ts', import.meta.url).pathname;

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port was given');
  return address.port;
}

/** The URL that is printed once both servers listen. */
async function urlIn(output: NodeJS.ReadableStream): Promise<string> {
  let shown = '';
  for await (const piece of output) {
    shown += String(piece);
    const url = /http:\/\/127\.0\.0\.1:\d+\//.exec(shown)?.[0];
    if (url !== undefined) return url;
  }
  throw new Error(`It ended before it listened: ${shown}`);
}

test(
  'one command serves the page with hot reloading and the API behind it, and one signal stops both',
  { timeout: 60_000 },
  async () => {
    const port = await freePort();
    const child = spawn(
      process.execPath,
      ['--conditions=@gigakit/source', main, '--port', String(port)],
      // Without colours the URL is one piece of text.
      { env: { PATH: process.env['PATH'] ?? '', NO_COLOR: '1' }, stdio: ['ignore', 'pipe', 'inherit'] },
    );
    const ended = once(child, 'close');
    try {
      const url = await urlIn(child.stdout);
      expect(await (await fetch(url)).text()).toContain('/@vite/client');
      expect(await (await fetch(`${url}api/about`)).json()).toMatchObject({
        backend: 'emulator',
        models: expect.arrayContaining(['GigaChat-2']),
      });
      child.kill('SIGINT');
      expect(await ended).toEqual([0, null]);
      await expect(fetch(url)).rejects.toThrow('fetch failed');
    } finally {
      child.kill('SIGKILL');
    }
  },
);
