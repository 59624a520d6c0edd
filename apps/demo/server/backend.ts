import type { GigaChatSettings } from '@gigakit/core';
import { startEmulator, type RunningEmulator } from '@gigakit/emulator';

/** Where the demo's answers come from, told apart by `kind`; the page and the terminal both say which. */
export type Backend = RealBackend | EmulatedBackend;

interface RealBackend {
  readonly kind: 'gigachat';
  /** The environment says everything else. */
  readonly settings: GigaChatSettings;
  close(): Promise<void>;
}

interface EmulatedBackend {
  readonly kind: 'emulator';
  readonly settings: GigaChatSettings;
  readonly url: string;
  close(): Promise<void>;
}

const credentialVariables = [
  'GIGACHAT_CREDENTIALS',
  'GIGACHAT_AUTH_KEY',
  'GIGACHAT_API_KEY',
  'GIGACHAT_CLIENT_SECRET',
  'GIGACHAT_ACCESS_TOKEN',
  'GIGACHAT_PASSWORD',
  'GIGACHAT_CERT_FILE',
];

/** The real API when the environment holds credentials, otherwise an emulator inside this process. */
export async function openBackend(environment: NodeJS.ProcessEnv): Promise<Backend> {
  if (credentialVariables.some((name) => environment[name])) {
    return { kind: 'gigachat', settings: {}, close: async () => {} };
  }
  return emulatedBackend(await startEmulator({ port: 0, latencyMs: { headers: 150, chunk: 25 } }));
}

/** A backend over an emulator that is running already. Closing the backend closes it. */
export function emulatedBackend(emulator: RunningEmulator): Backend {
  const { url, credentials, baseUrl, baseUrlV2, authUrl } = emulator;
  return {
    kind: 'emulator',
    url,
    // The emulator has no limit of its own here, and a reader with two tabs should not wait in a queue.
    settings: { credentials, baseUrl, baseUrlV2, authUrl, maxConcurrency: 10 },
    close: () => emulator.close(),
  };
}
