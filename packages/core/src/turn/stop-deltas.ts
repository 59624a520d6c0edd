import { createStopCutter } from './stop-at.ts';
import type { TurnDelta } from './turn-delta.ts';
import type { Usage } from './usage.ts';

/** Ends a turn at a stop text. The API has no such field, so that the client does it. */
export interface DeltaStopper {
  push(deltas: readonly TurnDelta[]): readonly TurnDelta[];
  /** True once a stop text was met: the request can be left. */
  isStopped(): boolean;
}

const unknownUsage: Usage = {
  inputTokens: undefined,
  cachedInputTokens: undefined,
  outputTokens: undefined,
  totalTokens: undefined,
  raw: undefined,
};

/** In a stream the end is made here, with no usage: the server tells it only at the end it would have come to. */
export function createDeltaStopper(stops: readonly string[]): DeltaStopper {
  const cutter = createStopCutter(stops);
  return {
    push(deltas) {
      if (cutter.isStopped()) return [];
      const passed: TurnDelta[] = [];
      for (const delta of deltas) {
        if (delta.type === 'text') {
          const text = cutter.push(delta.text);
          if (text !== '') passed.push({ type: 'text', text });
          if (!cutter.isStopped()) continue;
          // A whole answer is here to its end: what it cost is known.
          const end = deltas.find((later) => later.type === 'end');
          passed.push({
            type: 'end',
            finish: { reason: 'stop', raw: end?.finish.raw },
            usage: end?.usage ?? unknownUsage,
            carryOver: end?.carryOver ?? {},
          });
          return passed;
        }
        // Held text comes before whatever follows it; a raw message or a remark does not part the text.
        if (delta.type !== 'raw' && delta.type !== 'logprobs' && delta.type !== 'source') {
          const rest = cutter.end();
          if (rest !== '') passed.push({ type: 'text', text: rest });
        }
        passed.push(delta);
      }
      return passed;
    },
    isStopped() {
      return cutter.isStopped();
    },
  };
}
