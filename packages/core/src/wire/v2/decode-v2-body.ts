import { isJsonObject } from '../../turn/is-json-object.ts';
import type { JsonObject } from '../../turn/json.ts';
import type { TurnDelta } from '../../turn/turn-delta.ts';
import type { DecodeContext } from '../dialect.ts';
import { asArray, asNumber, asObject, asText } from '../read-json.ts';
import { decodeV2End } from './decode-v2-end.ts';
import { createV2MessageDecoder, type ToolPhase } from './decode-v2-message.ts';

/** Reads the data of one stream event, or a whole answer as if it were the only one. */
export interface V2BodyDecoder {
  /** `isLast`: the event that closes a stream, or a whole answer. */
  push(body: JsonObject, phase: ToolPhase, isLast: boolean, into: TurnDelta[]): void;
  /** What was held back, and the end. */
  end(into: TurnDelta[]): void;
  isComplete(): boolean;
}

export function createV2BodyDecoder(context: DecodeContext): V2BodyDecoder {
  const message = createV2MessageDecoder(context);
  let hasModel = false;
  let isComplete = false;
  let finishReason: string | undefined;
  let usage: JsonObject | undefined;
  let threadId: string | undefined;
  let messageId: string | undefined;
  /** The text of the deltas, as it came: the last event may say it all once more. */
  let saidText = '';

  return {
    push(body, phase, isLast, into) {
      if (context.includeRaw) into.push({ type: 'raw', value: body });
      if (!hasModel) {
        hasModel = true;
        into.push({
          type: 'model',
          model: asText(body['model']) ?? '',
          createdAt: asNumber(body['created_at']),
        });
      }
      message.calls.setState(asText(body['tools_state_id']) ?? asText(body['tool_state_id']));
      if (isLast) message.calls.expectRepeats();
      const messages = asArray(body['messages']).filter(isJsonObject);
      const repeats = isLast && saidText !== '' && textOf(messages) === saidText;
      for (const one of messages) {
        message.push(repeats ? withoutText(one) : one, phase, into);
        messageId = asText(one['message_id']) ?? messageId;
      }
      if (!isLast) saidText += textOf(messages);
      finishReason = asText(body['finish_reason']) ?? finishReason;
      if (isLast || finishReason !== undefined) isComplete = true;
      usage = asObject(body['usage']) ?? usage;
      threadId = asText(body['thread_id']) ?? threadId;
      messageId = asText(body['message_id']) ?? messageId;
      const additional = body['additional_data'];
      if (additional !== undefined && additional !== null) {
        into.push({ type: 'unknown', name: 'additional_data', data: additional });
      }
    },
    end(into) {
      message.flush(into);
      into.push(decodeV2End({ finishReason, usage, threadId, messageId }, message.calls));
    },
    isComplete() {
      return isComplete;
    },
  };
}

function textOf(messages: readonly JsonObject[]): string {
  let text = '';
  for (const { role, content } of messages) {
    if (role === 'reasoning') continue;
    for (const part of asArray(content)) text += asText(asObject(part)?.['text']) ?? '';
  }
  return text;
}

/** What a repeated message says beside its text. */
function withoutText(message: JsonObject): JsonObject {
  if (message['role'] === 'reasoning') return { ...message, content: [] };
  const content = asArray(message['content']).filter(isJsonObject);
  return { ...message, content: content.map((part) => withoutKey(part, 'text')) };
}

function withoutKey(object: JsonObject, key: string): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([name]) => name !== key));
}
