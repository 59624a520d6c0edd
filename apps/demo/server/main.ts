import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { openBackend } from './backend.ts';
import { createApp } from './create-app.ts';
import { listen } from './listen.ts';

const { values } = parseArgs({ options: { port: { type: 'string', short: 'p' } } });
const wanted = Number(values.port ?? process.env.PORT ?? 3000);
if (!Number.isInteger(wanted) || wanted < 1 || wanted > 65_535) {
  console.error(
    `"${values.port ?? process.env.PORT}" is not a port: give --port or PORT a number from 1 to 65535.`,
  );
  process.exit(1);
}

const webRoot = fileURLToPath(new URL('../dist-web', import.meta.url));
if (!existsSync(webRoot)) {
  console.error(
    'The page is not built yet. Run "npm start" at the root of the repository: it builds and starts.',
  );
  process.exit(1);
}

const backend = await openBackend(process.env);
const { server, port } = await listen(createApp(backend, webRoot), wanted);

if (port !== wanted) console.log(`Port ${wanted} is taken; using ${port} instead.`);
console.log(
  backend.kind === 'emulator'
    ? 'No GIGACHAT_CREDENTIALS in the environment: answers come from the local emulator, not from GigaChat.'
    : 'Answers come from GigaChat, with the credentials in the environment.',
);
console.log(`gigakit demo: http://localhost:${port}  (Ctrl-C stops it)`);

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    // Open answers hold their sockets; a second Ctrl-C still works because the handler is used once.
    server.close(() => process.exit(0));
    if ('closeAllConnections' in server) server.closeAllConnections();
    void backend.close();
  });
}
