import type { TurnDelta } from '../../turn/turn-delta.ts';
import type { DecodeContext, StreamDecoder } from '../dialect.ts';
import { parseFrame } from '../parse-frame.ts';
import { createV1BodyDecoder } from './decode-v1-body.ts';

const nothing: readonly TurnDelta[] = [];

/** `data:` events, closed by the text `[DONE]`. An answer with its finish reason is whole, even when `[DONE]` got lost. */
export function createV1StreamDecoder(context: DecodeContext): StreamDecoder {
  const body = createV1BodyDecoder(context);
  let isDone = false;
  let hasEnded = false;

  const end = (): readonly TurnDelta[] => {
    if (hasEnded || !(isDone || body.hasFinished())) return nothing;
    hasEnded = true;
    const deltas: TurnDelta[] = [];
    body.end(deltas);
    return deltas;
  };

  return {
    push(message) {
      if (isDone) return nothing;
      if (message.data.trim() === '[DONE]') {
        isDone = true;
        return end();
      }
      const deltas: TurnDelta[] = [];
      body.push(parseFrame(message), deltas);
      return deltas;
    },
    end,
    isDone() {
      return isDone;
    },
    isComplete() {
      return isDone || body.hasFinished();
    },
  };
}
