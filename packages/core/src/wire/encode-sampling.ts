import type { JsonObject } from '../turn/json.ts';
import type { TurnRequest } from '../turn/turn-request.ts';
import type { Warning } from '../turn/warning.ts';

export interface EncodedSampling {
  readonly fields: JsonObject;
  readonly warnings: readonly Warning[];
}

/** The sampling parameters that both generations spell alike, though in different places. */
export function encodeSampling(request: TurnRequest): EncodedSampling {
  const { temperature, topP, maxTokens, repetitionPenalty } = request;
  // The server's range for temperature excludes 0. With `top_p: 0` only the likeliest token is left: the same wish.
  const isGreedy = temperature === 0;
  const warnings: Warning[] = [];
  if (isGreedy && topP !== undefined && topP !== 0) {
    warnings.push({
      type: 'changed',
      field: 'topP',
      message:
        'Temperature 0 is outside the range of the API and was sent as `top_p: 0`, in place of the `topP` given.',
    });
  }
  return {
    fields: {
      ...(temperature !== undefined && !isGreedy && { temperature }),
      ...(isGreedy ? { top_p: 0 } : topP !== undefined && { top_p: topP }),
      ...(maxTokens !== undefined && { max_tokens: maxTokens }),
      ...(repetitionPenalty !== undefined && { repetition_penalty: repetitionPenalty }),
    },
    warnings,
  };
}
