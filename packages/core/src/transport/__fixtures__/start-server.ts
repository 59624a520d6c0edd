import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import { createServer as createTlsServer, type ServerOptions } from 'node:https';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

export interface TestServer {
  /** Without a trailing slash. */
  readonly url: string;
  readonly port: number;
  /** Connections opened so far. */
  readonly connections: () => number;
  close(): Promise<void>;
}

/** A server on a free port of 127.0.0.1, gone when the test is over. With `tls` it answers on https://localhost. */
export async function startServer(handler: RequestListener, tls?: ServerOptions): Promise<TestServer> {
  const server = tls === undefined ? createServer(handler) : createTlsServer(tls, handler);
  let connections = 0;
  server.on('connection', () => {
    connections += 1;
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  onTestFinished(close);
  const { port } = server.address() as AddressInfo;
  return {
    url: tls === undefined ? `http://127.0.0.1:${port}` : `https://localhost:${port}`,
    port,
    connections: () => connections,
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
