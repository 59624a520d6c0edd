import type { CarryOver, Finish, JsonValue, Usage } from '@gigakit/core/turn';
import type { ChatEnd } from './chat-part.ts';
import { providerMetadata } from './provider-metadata.ts';

export interface TurnEndFacts {
  readonly finish: Finish;
  readonly usage: Usage;
  readonly carryOver: CarryOver;
  readonly requestId: string | undefined;
  readonly logprobs: JsonValue | undefined;
  /** Whether the model called a function of the caller's. */
  readonly hasCalls: boolean;
}

/** How a turn ended, with the ids that a later call may hand back. */
export function fromTurnEnd(facts: TurnEndFacts, providerName: string): ChatEnd {
  const metadata = providerMetadata(providerName, {
    requestId: facts.requestId,
    ...facts.carryOver,
    logprobs: facts.logprobs,
  });
  // `ai` runs functions only when the reason says so; a call without a known reason is a call all the same.
  const reason = facts.hasCalls && facts.finish.reason === 'other' ? 'tool-calls' : facts.finish.reason;
  return {
    finish: { ...facts.finish, reason },
    usage: facts.usage,
    ...(metadata === undefined ? {} : { providerMetadata: metadata }),
  };
}

/** The end of an answer that broke: nobody counted its tokens. */
export const brokenEnd: ChatEnd = {
  finish: { reason: 'error', raw: undefined },
  usage: {
    inputTokens: undefined,
    cachedInputTokens: undefined,
    outputTokens: undefined,
    totalTokens: undefined,
    raw: undefined,
  },
};
