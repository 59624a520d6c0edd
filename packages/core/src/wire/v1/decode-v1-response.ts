import { StreamError } from '../../errors/stream-error.ts';
import type { JsonValue } from '../../turn/json.ts';
import type { TurnDelta } from '../../turn/turn-delta.ts';
import type { DecodeContext } from '../dialect.ts';
import { readAnswer } from '../read-answer.ts';
import { createV1BodyDecoder } from './decode-v1-body.ts';

/** A whole answer as deltas. @throws StreamError when there is no answer in it. */
export function decodeV1Response(answer: JsonValue, context: DecodeContext): readonly TurnDelta[] {
  const deltas: TurnDelta[] = [];
  const body = createV1BodyDecoder(context);
  const object = readAnswer(answer, ['choices', 'message']);
  body.push(object, deltas);
  if (!body.hasFinished()) {
    throw new StreamError('The server sent an answer without a finish reason.', {
      reason: 'malformed',
      lastFrame: JSON.stringify(object).slice(0, 1000),
    });
  }
  body.end(deltas);
  return deltas;
}
