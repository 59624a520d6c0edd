import { StreamError } from '../../errors/stream-error.ts';
import type { JsonValue } from '../../turn/json.ts';
import type { TurnDelta } from '../../turn/turn-delta.ts';
import type { DecodeContext } from '../dialect.ts';
import { readAnswer } from '../read-answer.ts';
import { createV2BodyDecoder } from './decode-v2-body.ts';

/** A whole answer as deltas. @throws StreamError when there is no answer in it. */
export function decodeV2Response(answer: JsonValue, context: DecodeContext): readonly TurnDelta[] {
  const deltas: TurnDelta[] = [];
  const object = readAnswer(answer, ['messages']);
  if (typeof object['finish_reason'] !== 'string') {
    throw new StreamError('The server sent an answer without a finish reason.', {
      reason: 'malformed',
      lastFrame: JSON.stringify(object).slice(0, 1000),
    });
  }
  const body = createV2BodyDecoder(context);
  body.push(object, 'success', true, deltas);
  body.end(deltas);
  return deltas;
}
