import { once } from 'node:events';
import { createServer } from 'node:http';
import { createEmulator } from '../emulator.ts';
import type { RunningEmulator, StartEmulatorOptions } from '../emulator-options.ts';
import { listenerOf } from './serve.ts';

/**
 * An emulator on a socket of its own, loopback unless told otherwise.
 * @throws Error that names the port when it is taken.
 */
export async function startEmulator(options: StartEmulatorOptions = {}): Promise<RunningEmulator> {
  const { port = 0, host = '127.0.0.1' } = options;
  const emulator = createEmulator(options);
  const server = createServer(listenerOf(emulator.fetch, 'http://emulator'));
  server.listen(port, host);
  await once(server, 'listening');
  const address = server.address();
  const actualPort = typeof address === 'object' && address !== null ? address.port : port;
  const url = `http://${host.includes(':') ? `[${host}]` : host}:${actualPort}`;
  const close = async (): Promise<void> => {
    const closed = once(server, 'close');
    server.close();
    server.closeAllConnections();
    await closed;
  };
  const baseUrl = `${url}/v1`;
  const baseUrlV2 = `${url}/v2`;
  const authUrl = `${url}/api/v2/oauth`;
  return {
    ...emulator,
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
    env: {
      GIGACHAT_CREDENTIALS: emulator.credentials,
      GIGACHAT_BASE_URL: baseUrl,
      GIGACHAT_BASE_URL_V2: baseUrlV2,
      GIGACHAT_AUTH_URL: authUrl,
    },
    close,
    [Symbol.asyncDispose]: close,
  };
}
