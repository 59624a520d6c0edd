import type { JsonObject } from '../../turn/json.ts';
import type { TurnDelta } from '../../turn/turn-delta.ts';
import type { DecodeContext } from '../dialect.ts';
import { asArray, asNumber, asObject, asText } from '../read-json.ts';
import { decodeV1End } from './decode-v1-end.ts';
import { createV1MessageDecoder } from './decode-v1-message.ts';

/** Reads one stream event, or a whole answer as if it were the only one. */
export interface V1BodyDecoder {
  push(body: JsonObject, into: TurnDelta[]): void;
  /** What was held back, and the end. */
  end(into: TurnDelta[]): void;
  /** The server said why it stopped. */
  hasFinished(): boolean;
}

export function createV1BodyDecoder(context: DecodeContext): V1BodyDecoder {
  const message = createV1MessageDecoder(context);
  let hasModel = false;
  let finishReason: string | undefined;
  let usage: JsonObject | undefined;
  let threadId: string | undefined;
  let messageId: string | undefined;

  return {
    push(body, into) {
      if (context.includeRaw) into.push({ type: 'raw', value: body });
      if (!hasModel) {
        hasModel = true;
        into.push({
          type: 'model',
          model: asText(body['model']) ?? '',
          createdAt: asNumber(body['created']),
        });
      }
      // Runs of a thread put `message` and `finish_reason` at the root; there is never more than one choice.
      const choice = asObject(asArray(body['choices'])[0]) ?? body;
      const piece = asObject(choice['delta']) ?? asObject(choice['message']);
      if (piece !== undefined) message.push(piece, into);
      if (choice['finish_reason'] !== undefined)
        finishReason = asText(choice['finish_reason']) ?? finishReason;
      if (body['usage'] !== undefined)
        usage = addUsage(usage, asObject(body['usage']), body['object'] === 'threads.messages.run');
      if (body['thread_id'] !== undefined) threadId = asText(body['thread_id']) ?? threadId;
      if (body['message_id'] !== undefined) messageId = asText(body['message_id']) ?? messageId;
    },
    end(into) {
      message.flush(into);
      into.push(decodeV1End({ finishReason, usage, threadId, messageId }, message.calls));
    },
    hasFinished() {
      return finishReason !== undefined;
    },
  };
}

/** Chat reports usage once. Streamed runs of a thread report in every chunk what that chunk cost. */
function addUsage(
  sum: JsonObject | undefined,
  next: JsonObject | undefined,
  isIncrement: boolean,
): JsonObject | undefined {
  if (next === undefined || sum === undefined || !isIncrement) return next ?? sum;
  const total: Record<string, JsonObject[string]> = { ...sum };
  for (const [key, value] of Object.entries(next)) {
    const before = sum[key];
    total[key] = typeof value === 'number' && typeof before === 'number' ? before + value : value;
  }
  return total;
}
