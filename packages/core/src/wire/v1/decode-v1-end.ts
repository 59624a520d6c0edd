import type { CarryOver } from '../../turn/carry-over.ts';
import type { JsonObject } from '../../turn/json.ts';
import type { TurnDelta } from '../../turn/turn-delta.ts';
import type { Usage } from '../../turn/usage.ts';
import type { CallCollector } from '../call-collector.ts';
import { finishOf } from '../finish-of.ts';
import { asNumber } from '../read-json.ts';

export interface V1End {
  readonly finishReason: string | undefined;
  readonly usage: JsonObject | undefined;
  readonly threadId: string | undefined;
  readonly messageId: string | undefined;
}

export function decodeV1End(end: V1End, calls: CallCollector): TurnDelta {
  const toolStateId = calls.stateId();
  const carryOver: CarryOver = {
    ...(end.threadId !== undefined && { threadId: end.threadId }),
    ...(end.messageId !== undefined && { messageId: end.messageId }),
    ...(toolStateId !== undefined && { toolStateId }),
  };
  return {
    type: 'end',
    finish: finishOf(end.finishReason, calls),
    usage: decodeV1Usage(end.usage),
    carryOver,
  };
}

/** `prompt_tokens` leaves out what came from the cache; ours counts it. */
function decodeV1Usage(usage: JsonObject | undefined): Usage {
  const prompt = asNumber(usage?.['prompt_tokens']);
  const cached = asNumber(usage?.['precached_prompt_tokens']);
  const output = asNumber(usage?.['completion_tokens']);
  const input = prompt === undefined ? undefined : prompt + (cached ?? 0);
  return {
    inputTokens: input,
    cachedInputTokens: cached,
    outputTokens: output,
    totalTokens:
      input === undefined || output === undefined ? asNumber(usage?.['total_tokens']) : input + output,
    raw: usage,
  };
}
