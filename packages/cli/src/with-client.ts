import { GigaChat } from '@gigakit/core';
import { settingsOf, type ClientFlags } from './client-flags.ts';
import { missingEmulator } from './missing-emulator.ts';
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
    throw flags.emulator === true ? missingEmulator(error) : error;
  }
}
