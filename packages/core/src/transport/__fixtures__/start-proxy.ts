import { createServer } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

export interface TestProxy {
  readonly port: number;
  /** `host:port` of every CONNECT, refused ones too. */
  readonly asked: readonly string[];
  /** What came as `Proxy-Authorization`. */
  readonly authorizations: readonly (string | undefined)[];
}

/** A CONNECT proxy on 127.0.0.1 that knows one way: to this machine, whatever the name asked for. */
export async function startProxy(options: { user?: string; refuseWith?: number } = {}): Promise<TestProxy> {
  const asked: string[] = [];
  const authorizations: (string | undefined)[] = [];
  const server = createServer((_, response) => {
    response.writeHead(405).end();
  });
  server.on('connect', (request, client) => {
    const target = request.url ?? '';
    asked.push(target);
    const authorization = request.headers['proxy-authorization'];
    authorizations.push(authorization);
    client.on('error', () => {});
    const wanted = options.user === undefined ? undefined : `Basic ${btoa(options.user)}`;
    const status = options.refuseWith ?? (wanted !== undefined && authorization !== wanted ? 407 : 200);
    if (status !== 200) {
      client.end(`HTTP/1.1 ${status} No\r\n\r\n`);
      return;
    }
    const upstream = connect(Number(target.split(':').at(-1)), '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      upstream.pipe(client).pipe(upstream);
    });
    upstream.on('error', () => client.destroy());
    client.on('close', () => upstream.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  return { port: (server.address() as AddressInfo).port, asked, authorizations };
}
