import { ConnectionError, isConnectionError } from '@gigakit/core';

/** What went wrong under `--emulator`: a refused connection there means that no emulator was started. */
export function missingEmulator(error: unknown): unknown {
  if (!isConnectionError(error) || error.code !== 'ECONNREFUSED') return error;
  return new ConnectionError('No emulator is running on 127.0.0.1:8090.', {
    cause: error,
    code: error.code,
    hint: 'start one in another terminal: npx @gigakit/emulator',
  });
}
