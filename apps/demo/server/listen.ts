import { serve, type ServerType } from '@hono/node-server';
import type { Hono } from 'hono';

const portsToTry = 20;

/** Listens on loopback, on `port` or the next free one after it. @throws when none of the next 20 is free. */
export async function listen(app: Hono, port: number): Promise<{ server: ServerType; port: number }> {
  for (let candidate = port; candidate < port + portsToTry; candidate += 1) {
    const server = await tryListen(app, candidate);
    if (server) return { server, port: candidate };
  }
  throw new Error(
    `Ports ${port} to ${port + portsToTry - 1} are all taken. Choose another: npm start -- --port 8123`,
  );
}

function tryListen(app: Hono, port: number): Promise<ServerType | undefined> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, port, hostname: '127.0.0.1' }, () => resolve(server));
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(undefined);
      else reject(error);
    });
  });
}
