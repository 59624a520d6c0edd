import { fileURLToPath } from 'node:url';
import { startEmulator, type RunningEmulator } from '@gigakit/emulator';
import { emulatedBackend } from '../server/backend.ts';
import { createClients } from '../server/clients.ts';
import { createApp } from '../server/create-app.ts';
import { createLibrarySource } from '../server/documents/library-source.ts';
import { listen } from '../server/listen.ts';

export interface RunningDemo extends AsyncDisposable {
  readonly url: string;
  readonly emulator: RunningEmulator;
}

const firstPort = 43_100;

/** The demo over an emulator that the test can script, its documents in memory. Needs the built page. */
export async function startDemo(): Promise<RunningDemo> {
  const emulator = await startEmulator({ port: 0, latencyMs: { chunk: 20 } });
  const backend = emulatedBackend(emulator);
  const clients = createClients(backend);
  const library = createLibrarySource(backend, clients, { databaseUrl: undefined, dataFolder: undefined });
  const webRoot = fileURLToPath(new URL('../dist-web', import.meta.url));
  const { server, port } = await listen(createApp({ backend, clients, library, webRoot }), firstPort);
  return {
    url: `http://127.0.0.1:${port}`,
    emulator,
    [Symbol.asyncDispose]: async () => {
      server.close();
      if ('closeAllConnections' in server) server.closeAllConnections();
      await Promise.all([library.close(), clients.close()]);
      await backend.close();
    },
  };
}
