import type { SseMessage } from '../../sse/sse-message.ts';
import type { TurnDelta } from '../../turn/turn-delta.ts';
import type { StreamDecoder } from '../dialect.ts';

/** The deltas of one message, or of the end. */
export function decoded(decoder: StreamDecoder, message: SseMessage | 'end'): TurnDelta[] {
  const deltas: TurnDelta[] = [];
  if (message === 'end') decoder.end(deltas);
  else decoder.push(message, deltas);
  return deltas;
}
