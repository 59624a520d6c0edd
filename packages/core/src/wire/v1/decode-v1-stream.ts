import type { TurnDelta } from '../../turn/turn-delta.ts';
import type { DecodeContext, StreamDecoder } from '../dialect.ts';
import { isTerminator } from '../is-terminator.ts';
import { parseFrame } from '../parse-frame.ts';
import { createV1BodyDecoder } from './decode-v1-body.ts';

/** `data:` events, closed by the text `[DONE]`. An answer with its finish reason is whole, even when `[DONE]` got lost. */
export function createV1StreamDecoder(context: DecodeContext): StreamDecoder {
  const body = createV1BodyDecoder(context);
  let isDone = false;
  let hasEnded = false;

  const end = (into: TurnDelta[]): void => {
    if (hasEnded || !(isDone || body.hasFinished())) return;
    hasEnded = true;
    body.end(into);
  };

  return {
    push(message, into) {
      if (isDone) return;
      if (isTerminator(message.data)) {
        isDone = true;
        end(into);
        return;
      }
      body.push(parseFrame(message), into);
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
