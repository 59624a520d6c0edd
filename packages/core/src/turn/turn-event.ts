import type { CarryOver } from './carry-over.ts';
import type { Finish } from './finish.ts';
import type { TurnDelta } from './turn-delta.ts';
import type { Usage } from './usage.ts';
import type { Warning } from './warning.ts';

/**
 * What a reader of a turn sees, in order: one `turn-start`, then blocks and single events, then one `turn-end`.
 * Text and reasoning come as blocks: start, deltas, end, with one `blockId`; at most one block is open at a time.
 */
export type TurnEvent =
  | {
      readonly type: 'turn-start';
      /** `id:version` as the server states it, such as `GigaChat-2-Pro:2.0.28.2`. */
      readonly model: string;
      readonly requestId: string | undefined;
      /** Unix time in milliseconds at which the server says the answer was made. */
      readonly createdAtMs: number | undefined;
      readonly warnings: readonly Warning[];
    }
  | {
      readonly type: 'text-start' | 'text-end' | 'reasoning-start' | 'reasoning-end';
      readonly blockId: string;
    }
  | { readonly type: 'text-delta' | 'reasoning-delta'; readonly blockId: string; readonly text: string }
  | Extract<
      TurnDelta,
      { type: 'tool-call' | 'tool-progress' | 'file' | 'source' | 'logprobs' | 'unknown' | 'raw' }
    >
  | {
      readonly type: 'turn-end';
      readonly finish: Finish;
      readonly usage: Usage;
      readonly carryOver: CarryOver;
    };
