import { createEmulator } from '../emulator.ts';
import type { RunningEmulator, StartEmulatorOptions } from '../emulator-options.ts';
import { listen } from './listen.ts';

/**
 * An emulator on a socket of its own, loopback unless told otherwise.
 * @throws Error that names the port when it is taken.
 */
export function startEmulator(options: StartEmulatorOptions = {}): Promise<RunningEmulator> {
  return listen(createEmulator(options), options);
}
