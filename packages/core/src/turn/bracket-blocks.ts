import type { TurnDelta } from './turn-delta.ts';
import type { TurnEvent } from './turn-event.ts';
import type { Warning } from './warning.ts';

/** What the first event tells beside what the server said. */
export interface TurnOpening {
  /** Stands in where the server names no model. */
  readonly model: string;
  readonly requestId: string | undefined;
  readonly warnings: readonly Warning[];
}

/** Deltas to events. It alone remembers which block is open. */
export interface BlockBracketer {
  push(deltas: readonly TurnDelta[], into: TurnEvent[]): void;
}

/** Opens a block at the first delta of its kind and closes it before anything else comes: at most one is open. */
export function createBlockBracketer(opening: TurnOpening): BlockBracketer {
  let hasStarted = false;
  let open: { readonly kind: 'text' | 'reasoning'; readonly blockId: string } | undefined;
  let blocks = 0;

  const start = (into: TurnEvent[], model: string, createdAt: number | undefined): void => {
    if (hasStarted) return;
    hasStarted = true;
    into.push({
      type: 'turn-start',
      model: model === '' ? opening.model : model,
      requestId: opening.requestId,
      createdAtMs: createdAt === undefined ? undefined : createdAt * 1000,
      warnings: opening.warnings,
    });
  };

  const close = (into: TurnEvent[]): void => {
    if (open === undefined) return;
    into.push({ type: open.kind === 'text' ? 'text-end' : 'reasoning-end', blockId: open.blockId });
    open = undefined;
  };

  const extend = (kind: 'text' | 'reasoning', text: string, into: TurnEvent[]): void => {
    if (open?.kind !== kind) {
      close(into);
      open = { kind, blockId: String(blocks) };
      blocks += 1;
      into.push({ type: kind === 'text' ? 'text-start' : 'reasoning-start', blockId: open.blockId });
    }
    into.push({ type: kind === 'text' ? 'text-delta' : 'reasoning-delta', blockId: open.blockId, text });
  };

  return {
    push(deltas, into) {
      for (const delta of deltas) {
        switch (delta.type) {
          case 'model':
            start(into, delta.model, delta.createdAt);
            break;
          case 'raw':
            // It comes before everything that is made of it, and interrupts nothing.
            into.push(delta);
            break;
          case 'text':
          case 'reasoning':
            start(into, '', undefined);
            extend(delta.type, delta.text, into);
            break;
          case 'end':
            start(into, '', undefined);
            close(into);
            into.push({
              type: 'turn-end',
              finish: delta.finish,
              usage: delta.usage,
              carryOver: delta.carryOver,
            });
            break;
          case 'source':
          case 'logprobs':
          case 'unknown':
            // Remarks beside the text; the block they concern goes on.
            start(into, '', undefined);
            into.push(delta);
            break;
          case 'tool-call':
          case 'tool-progress':
          case 'file':
            start(into, '', undefined);
            close(into);
            into.push(delta);
            break;
        }
      }
    },
  };
}
