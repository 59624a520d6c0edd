import { ConnectionError, GigaChat, isConnectionError } from '@gigakit/core';
import { settingsOf, type ClientFlags } from './client-flags.ts';
import { stopSignal } from './stop-signal.ts';

/** Runs one command with a client of its own, closed afterwards; the signal fires when the process is told to stop. */
export async function withClient(
  flags: ClientFlags,
  work: (giga: GigaChat, signal: AbortSignal) => Promise<void>,
): Promise<void> {
  await using giga = new GigaChat(settingsOf(flags));
  try {
    await work(giga, stopSignal());
  } catch (error) {
    if (flags.emulator !== true || !isConnectionError(error) || error.code !== 'ECONNREFUSED') throw error;
    throw new ConnectionError('No emulator is running on 127.0.0.1:8090.', {
      cause: error,
      code: error.code,
      hint: 'start one in another terminal: npx @gigakit/emulator',
    });
  }
}
