// The page from Vite, which reloads it as its files change, and the demo's server behind it, in one process.
import { fileURLToPath } from 'node:url';
import { createServer } from 'vite';
import { openBackend } from '../server/backend.ts';
import { createClients } from '../server/clients.ts';
import { createApp } from '../server/create-app.ts';
import { dataFolder } from '../server/data-folder.ts';
import { createLibrarySource } from '../server/documents/library-source.ts';
import { listen } from '../server/listen.ts';
import { readPort } from '../server/read-port.ts';

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

async function main(): Promise<void> {
  const wanted = readPort(process.argv.slice(2), process.env);
  const folder = fileURLToPath(new URL('..', import.meta.url));
  const backend = await openBackend(process.env);
  const clients = createClients(backend);
  const library = createLibrarySource(backend, clients, {
    databaseUrl: process.env['DATABASE_URL'] || undefined,
    dataFolder: dataFolder(process.env),
  });
  // Vite serves the page; what is left for this server are the API's routes.
  const app = createApp({ backend, clients, library, webRoot: `${folder}web` });
  const { server, port } = await listen(app, wanted < 65_000 ? wanted + 1 : wanted - 1000);

  const vite = await createServer({
    root: `${folder}web`,
    configFile: `${folder}vite.config.ts`,
    clearScreen: false,
    server: { host: '127.0.0.1', port: wanted, proxy: { '/api': `http://127.0.0.1:${port}` } },
  });
  await vite.listen();
  console.log(
    backend.kind === 'emulator'
      ? 'No GIGACHAT_CREDENTIALS in the environment: answers come from the local emulator, not from GigaChat.'
      : 'Answers come from GigaChat, with the credentials in the environment.',
  );
  vite.printUrls();

  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    // Used once, so that a second Ctrl-C ends the process whatever it is doing.
    process.once(signal, () => {
      server.close();
      if ('closeAllConnections' in server) server.closeAllConnections();
      setTimeout(() => process.exit(0), 1500).unref();
      const closing = [vite.close(), library.close(), clients.close(), backend.close()];
      void Promise.allSettled(closing).then(() => process.exit(0));
    });
  }
}
