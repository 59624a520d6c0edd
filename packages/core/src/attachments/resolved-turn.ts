import type { TurnRequest } from '../turn/turn-request.ts';
import type { Warning } from '../turn/warning.ts';

/** A turn whose files are ids, and what the server is known to pass over in it. */
export interface ResolvedTurn {
  readonly request: TurnRequest;
  readonly warnings: readonly Warning[];
}
