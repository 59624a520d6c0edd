import { fileURLToPath } from 'node:url';
import { startEmulator, type RunningEmulator } from '@gigakit/emulator';
import { chromium, type Browser } from 'playwright-core';
import { emulatedBackend } from '../server/backend.ts';
import { createApp } from '../server/create-app.ts';
import { listen } from '../server/listen.ts';

export interface RunningDemo extends AsyncDisposable {
  readonly url: string;
  readonly emulator: RunningEmulator;
  readonly browser: Browser;
}

// A page that only talks to loopback: without these flags Chromium calls home at every start.
const chromiumFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The demo over an emulator the test can script, with a browser to drive it. Needs the built page. */
export async function startDemo(): Promise<RunningDemo> {
  const emulator = await startEmulator({ port: 0, latencyMs: { chunk: 20 } });
  const backend = emulatedBackend(emulator);
  const webRoot = fileURLToPath(new URL('../dist-web', import.meta.url));
  const { server, port } = await listen(createApp(backend, webRoot), 43_100);
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: chromiumFlags,
  });
  return {
    url: `http://127.0.0.1:${port}`,
    emulator,
    browser,
    [Symbol.asyncDispose]: async () => {
      await browser.close();
      server.close();
      if ('closeAllConnections' in server) server.closeAllConnections();
      await backend.close();
    },
  };
}
