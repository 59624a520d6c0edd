import type { ToldError } from '../server/error-text.ts';
import type { Finding, Stop } from './stop.ts';

/** Where the tour is shown: a terminal, or one JSON document. */
export interface Screen {
  welcome(backendKind: 'gigachat' | 'emulator'): void;
  stopBegins(stop: Stop, index: number, count: number): void;
  /** A piece of the answer while it is made. */
  say(piece: string): void;
  stopEnds(stop: Stop, finding: Finding, durationMs: number): void;
  stopFails(stop: Stop, error: ToldError, durationMs: number): void;
  /** After the last stop, or after a failure that every further stop would meet again. */
  farewell(failureCount: number): void;
}
