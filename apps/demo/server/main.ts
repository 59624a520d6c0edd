import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { openBackend } from './backend.ts';
import { createClients } from './clients.ts';
import { createApp } from './create-app.ts';
import { dataFolder } from './data-folder.ts';
import { createLibrarySource } from './documents/library-source.ts';
import { listen } from './listen.ts';
import { readPort } from './read-port.ts';

const wanted = orExit(() => readPort(process.argv.slice(2), process.env));
const webRoot = fileURLToPath(new URL('../dist-web', import.meta.url));
if (!existsSync(webRoot)) {
  exitWith('The page is not built yet. Run "npm start" at the root of the repository: it builds and starts.');
}

const backend = await openBackend(process.env);
const clients = orExit(() => createClients(backend));
const library = createLibrarySource(backend, clients, {
  databaseUrl: process.env.DATABASE_URL || undefined,
  dataFolder: dataFolder(process.env),
});
const app = createApp({ backend, clients, library, webRoot });
const { server, port } = await listen(app, wanted).catch((error: unknown) => exitWith(messageOf(error)));

if (port !== wanted) console.log(`Port ${wanted} is taken; using ${port} instead.`);
console.log(
  backend.kind === 'emulator'
    ? 'No GIGACHAT_CREDENTIALS in the environment: answers come from the local emulator, not from GigaChat.'
    : 'Answers come from GigaChat, with the credentials in the environment.',
);
console.log(`gigakit demo: http://localhost:${port}  (Ctrl-C stops it)`);

// How long the embedded database may take to write itself down.
const closingMs = 1500;

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  // Used once, so that a second Ctrl-C ends the process whatever it is doing.
  process.once(signal, () => {
    server.close();
    if ('closeAllConnections' in server) server.closeAllConnections();
    // Open answers and the emulator end with the process; only what is on disk wants a word.
    setTimeout(() => process.exit(0), closingMs).unref();
    void library.close().finally(() => process.exit(0));
  });
}

function orExit<Value>(make: () => Value): Value {
  try {
    return make();
  } catch (error) {
    return exitWith(messageOf(error));
  }
}

function exitWith(message: string): never {
  console.error(message);
  process.exit(1);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
