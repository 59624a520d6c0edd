import { once } from 'node:events';
import type { Server } from 'node:http';
import { createServer } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { Emulator, RunningEmulator, StartEmulatorOptions } from '../emulator-options.ts';
import { listenerOf } from './serve.ts';
import type { TlsFiles } from './tls-files.ts';
import { createTlsFiles } from './tls-files.ts';

/** Puts an emulator on a socket. @throws Error that names the port when it is taken. */
export async function listen(
  emulator: Emulator,
  { port = 0, host = '127.0.0.1', tls = false }: StartEmulatorOptions = {},
): Promise<RunningEmulator> {
  const files = tls === false ? undefined : await createTlsFiles(host, tls === true ? {} : tls);
  const listener = listenerOf(emulator.fetch);
  const server = files === undefined ? createServer(listener) : createTlsServer(files.server, listener);
  // Longer than clients keep an idle connection: theirs to close, so that no request meets a closing one.
  server.keepAliveTimeout = 65_000;
  const actualPort = await bind(server, port, host).catch(async (error: unknown) => {
    await files?.remove();
    throw error;
  });
  const scheme = files === undefined ? 'http' : 'https';
  const url = `${scheme}://${host.includes(':') ? `[${host}]` : host}:${actualPort}`;
  const baseUrl = `${url}/v1`;
  const baseUrlV2 = `${url}/v2`;
  const authUrl = `${url}/api/v2/oauth`;
  let closing: Promise<void> | undefined;
  const close = (options: { readonly graceMs?: number } = {}): Promise<void> =>
    (closing ??= shut(server, files, options.graceMs ?? 0));
  return {
    ...emulator,
    // Spreading would freeze these at what they are now.
    get journal() {
      return emulator.journal;
    },
    get inFlight() {
      return emulator.inFlight;
    },
    url,
    baseUrl,
    baseUrlV2,
    authUrl,
    caFile: files?.caFile,
    pin: files?.pin,
    clientCertificate: files?.clientCertificate,
    env: {
      GIGACHAT_CREDENTIALS: emulator.credentials,
      GIGACHAT_BASE_URL: baseUrl,
      GIGACHAT_BASE_URL_V2: baseUrlV2,
      GIGACHAT_AUTH_URL: authUrl,
      ...(files === undefined ? {} : { GIGACHAT_CA_BUNDLE_FILE: files.caFile }),
    },
    close,
    [Symbol.asyncDispose]: () => close(),
  };
}

async function bind(server: Server, port: number, host: string): Promise<number> {
  server.listen(port, host);
  try {
    await once(server, 'listening');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'EADDRINUSE')
      throw new Error(`Port ${port} of ${host} is taken: choose another one, or 0 for any that is free`, {
        cause: error,
      });
    throw error;
  }
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : port;
}

async function shut(server: Server, files: TlsFiles | undefined, graceMs: number): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  // Connections kept alive by clients are idle once their answer is out; nothing else tells when.
  const sweep = setInterval(() => server.closeIdleConnections(), 20);
  const end = setTimeout(() => server.closeAllConnections(), graceMs);
  await closed;
  clearInterval(sweep);
  clearTimeout(end);
  await files?.remove();
}
