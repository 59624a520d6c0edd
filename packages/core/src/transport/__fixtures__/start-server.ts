import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createTlsServer, type ServerOptions } from 'node:https';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

export interface TestServer {
  /** Without a trailing slash. */
  readonly url: string;
  readonly port: number;
  /** Connections opened so far. */
  readonly connections: () => number;
  /** Resolves once no connection is open. */
  readonly idle: () => Promise<void>;
  close(): Promise<void>;
}

/** What answers a request. Whatever it returns is ignored. */
type Handler = (request: IncomingMessage, response: ServerResponse) => unknown;

/** A server on a free port of 127.0.0.1, gone when the test is over. With `tls` it answers on https://localhost. */
export async function startServer(handler: Handler, tls?: ServerOptions): Promise<TestServer> {
  const listener = (request: IncomingMessage, response: ServerResponse) => void handler(request, response);
  const server = tls === undefined ? createServer(listener) : createTlsServer(tls, listener);
  let connections = 0;
  const open = new Set<Promise<unknown>>();
  server.on('connection', (socket) => {
    connections += 1;
    const closed = once(socket, 'close').finally(() => open.delete(closed));
    open.add(closed);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = async () => {
    if (!server.listening) return;
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  onTestFinished(close);
  const { port } = server.address() as AddressInfo;
  return {
    url: tls === undefined ? `http://127.0.0.1:${port}` : `https://localhost:${port}`,
    port,
    connections: () => connections,
    idle: async () => void (await Promise.all(open)),
    close,
  };
}

export const readBody = async (request: IncomingMessage): Promise<string> => {
  let text = '';
  request.setEncoding('utf8');
  for await (const chunk of request) text += chunk;
  return text;
};

export function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(`${JSON.stringify(body)}\n`);
}
