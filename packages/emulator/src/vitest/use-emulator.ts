import { afterAll, afterEach, beforeAll } from 'vitest';
import type { RunningEmulator, StartEmulatorOptions } from '../emulator-options.ts';
import { createEmulator } from '../emulator.ts';
import { listen } from '../node/listen.ts';

export interface UseEmulatorOptions extends StartEmulatorOptions {
  /** Whether `process.env` points clients here while the tests run. True by default; restored afterwards. */
  readonly setEnv?: boolean;
}

/**
 * An emulator for the tests of a file or a `describe`: on a socket from `beforeAll` to `afterAll`, reset after
 * every test. `fetch`, `credentials` and scripts work at once; addresses are known once the tests run.
 */
export function useEmulator(options: UseEmulatorOptions = {}): RunningEmulator {
  const emulator = createEmulator(options);
  let running: RunningEmulator | undefined;
  let restoreEnv: (() => void) | undefined;

  beforeAll(async () => {
    running = await listen(emulator, options);
    if (options.setEnv !== false) restoreEnv = setEnv(running.env);
  });
  afterEach(() => emulator.reset());
  afterAll(async () => {
    restoreEnv?.();
    await running?.close();
  });

  const onSocket = (): RunningEmulator => {
    if (running === undefined)
      throw new Error('The emulator listens from beforeAll on: read its address inside a test or a hook');
    return running;
  };
  return {
    ...emulator,
    get journal() {
      return emulator.journal;
    },
    get inFlight() {
      return emulator.inFlight;
    },
    get url() {
      return onSocket().url;
    },
    get baseUrl() {
      return onSocket().baseUrl;
    },
    get baseUrlV2() {
      return onSocket().baseUrlV2;
    },
    get authUrl() {
      return onSocket().authUrl;
    },
    get env() {
      return onSocket().env;
    },
    get caFile() {
      return onSocket().caFile;
    },
    get pin() {
      return onSocket().pin;
    },
    get clientCertificate() {
      return onSocket().clientCertificate;
    },
    close: (closing) => onSocket().close(closing),
    [Symbol.asyncDispose]: () => onSocket().close(),
  };
}

function setEnv(env: Readonly<Record<string, string>>): () => void {
  const before = Object.keys(env).map((name) => [name, process.env[name]] as const);
  Object.assign(process.env, env);
  return () => {
    for (const [name, value] of before) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  };
}
