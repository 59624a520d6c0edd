import type { Warning } from '@gigakit/core/turn';

interface TurnFacts {
  readonly model: string;
  readonly requestId: string | undefined;
  readonly createdAtMs: number | undefined;
  readonly warnings: readonly Warning[];
}

interface FinishFacts {
  readonly raw: string | undefined;
  readonly reason: string;
  readonly toolStateId: string | undefined;
  readonly logprobs: unknown;
}

/** Every message of ours carries it: the content block translator is found by this name. */
export const provider = 'gigachat';

/** The part of `response_metadata` that is known when the answer begins. One chunk of a stream may carry it: joining chunks joins strings. */
export function startMetadata(facts: TurnFacts): Record<string, unknown> {
  return {
    model_provider: provider,
    model: facts.model,
    model_name: facts.model,
    ...(facts.requestId === undefined ? {} : { request_id: facts.requestId }),
    ...(facts.createdAtMs === undefined ? {} : { created: Math.floor(facts.createdAtMs / 1000) }),
    ...(facts.warnings.length === 0
      ? {}
      : { warnings: facts.warnings.map(({ type, field, message }) => ({ kind: type, field, message })) }),
  };
}

/** The part that is known when it ends: the server's word, also under a name that typed streams do not overwrite. */
export function finishMetadata(facts: FinishFacts): Record<string, unknown> {
  const word = facts.raw ?? facts.reason;
  return {
    model_provider: provider,
    finish_reason: word,
    native_finish_reason: word,
    ...(facts.toolStateId === undefined ? {} : { functions_state_id: facts.toolStateId }),
    ...(facts.logprobs === undefined ? {} : { logprobs: facts.logprobs }),
  };
}
