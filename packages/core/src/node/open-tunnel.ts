import { Socket } from 'node:net';
import { Pool } from 'undici';
import { ConnectionError } from '../errors/index.ts';

export interface Tunnels {
  /** A socket to the host through the proxy, before any TLS with that host. */
  open(hostname: string, port: string): Promise<Socket>;
  close(): Promise<void>;
}

/** Tunnels through one proxy. Its password stays in here: no error repeats the URL. */
export function createTunnels(proxyUrl: string, ca: readonly string[] | undefined): Tunnels {
  const { origin, host: proxyHost, username, password } = new URL(proxyUrl);
  const pool = new Pool(origin, {
    connect: { allowH2: false, ...(ca === undefined ? {} : { ca: [...ca] }) },
  });
  const authorization = `Basic ${Buffer.from(`${decodeURIComponent(username)}:${decodeURIComponent(password)}`).toString('base64')}`;
  return {
    close: () => pool.destroy(),
    open: async (hostname, port) => {
      const target = `${hostname}:${port}`;
      const { statusCode, socket } = await pool
        .connect({
          path: target,
          headers: { host: target, ...(username === '' ? {} : { 'proxy-authorization': authorization }) },
        })
        .catch((error: unknown) => {
          throw unreachable(proxyHost, error);
        });
      if (statusCode === 200 && socket instanceof Socket) return socket;
      socket.on('error', () => {}).destroy();
      throw refused(proxyHost, target, statusCode);
    },
  };
}

function unreachable(proxyHost: string, cause: unknown): ConnectionError {
  const code =
    cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : undefined;
  return new ConnectionError(
    `Could not reach the proxy ${proxyHost}${code === undefined ? '' : ` [${code}]`}.`,
    {
      cause,
      code,
      hint: 'check `proxy` (HTTPS_PROXY), or name the host in NO_PROXY when it is reachable directly',
    },
  );
}

function refused(proxyHost: string, target: string, status: number): ConnectionError {
  return new ConnectionError(`The proxy ${proxyHost} refused to connect to ${target}: ${status}.`, {
    code: 'PROXY_REFUSED',
    isRetryable: status >= 500,
    hint:
      status === 407
        ? 'it wants a user and a password: http://user:password@host:port'
        : 'ask whoever runs the proxy to allow this host and port (sign-in uses 9443)',
  });
}
