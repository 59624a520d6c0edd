import type { CarryOver } from '../../turn/carry-over.ts';
import type { JsonObject } from '../../turn/json.ts';
import type { TurnDelta } from '../../turn/turn-delta.ts';
import type { Usage } from '../../turn/usage.ts';
import type { CallCollector } from '../call-collector.ts';
import { finishOf } from '../finish-of.ts';
import { asNumber, asObject } from '../read-json.ts';

export interface V2End {
  readonly finishReason: string | undefined;
  readonly usage: JsonObject | undefined;
  readonly threadId: string | undefined;
  readonly messageId: string | undefined;
}

export function decodeV2End(end: V2End, calls: CallCollector): TurnDelta {
  const toolStateId = calls.stateId();
  const carryOver: CarryOver = {
    ...(end.threadId !== undefined && { threadId: end.threadId }),
    ...(end.messageId !== undefined && { messageId: end.messageId }),
    ...(toolStateId !== undefined && { toolStateId }),
  };
  return {
    type: 'end',
    finish: finishOf(end.finishReason, calls),
    usage: decodeV2Usage(end.usage),
    carryOver,
  };
}

/**
 * Every recording has `input_tokens` equal to the details' `prompt_tokens` with nothing cached, so whether cached tokens are
 * inside is read off the numbers themselves: where the two together exceed `input_tokens`, they are not.
 */
function decodeV2Usage(usage: JsonObject | undefined): Usage {
  const details = asObject(usage?.['input_tokens_details']);
  const input = asNumber(usage?.['input_tokens']);
  const cached = asNumber(details?.['cached_tokens']);
  const prompt = asNumber(details?.['prompt_tokens']);
  const output = asNumber(usage?.['output_tokens']);
  const read =
    input === undefined ? prompt : Math.max(input, prompt === undefined ? 0 : prompt + (cached ?? 0));
  return {
    inputTokens: read,
    cachedInputTokens: cached,
    outputTokens: output,
    totalTokens:
      read === undefined || output === undefined ? asNumber(usage?.['total_tokens']) : read + output,
    raw: usage,
  };
}
