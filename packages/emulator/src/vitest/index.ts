export { useEmulator, type UseEmulatorOptions } from './use-emulator.ts';
