export { createEmulator } from './emulator.ts';
export { startEmulator } from './node/start-emulator.ts';
export type {
  Emulator,
  EmulatorAccount,
  EmulatorOptions,
  EmulatorTls,
  JournalEntry,
  Match,
  RunningEmulator,
  StartEmulatorOptions,
} from './emulator-options.ts';
export type {
  AnswerReply,
  ErrorReply,
  Fault,
  RawReply,
  Reply,
  ScriptedBuiltIn,
  ScriptedCall,
  ScriptedImage,
  ScriptedUsage,
} from './reply.ts';
