import type { Usage } from '@gigakit/core/turn';
import type { ChatUsage } from '../openai-types.ts';

/** `undefined` when the server counted nothing, as for an answer cut at a stop text. */
export function fromUsage(usage: Usage): ChatUsage | undefined {
  const { inputTokens, outputTokens, cachedInputTokens } = usage;
  if (inputTokens === undefined && outputTokens === undefined) return undefined;
  const prompt = inputTokens ?? 0;
  const completion = outputTokens ?? 0;
  return {
    prompt_tokens: prompt,
    completion_tokens: completion,
    total_tokens: prompt + completion,
    prompt_tokens_details: { cached_tokens: cachedInputTokens ?? 0 },
  };
}

/** What several answers to one question cost together. */
export function addUsage(usages: readonly (ChatUsage | undefined)[]): ChatUsage | undefined {
  const known = usages.filter((usage) => usage !== undefined);
  if (known.length === 0) return undefined;
  const sum = (pick: (usage: ChatUsage) => number) => known.reduce((total, usage) => total + pick(usage), 0);
  return {
    prompt_tokens: sum((usage) => usage.prompt_tokens),
    completion_tokens: sum((usage) => usage.completion_tokens),
    total_tokens: sum((usage) => usage.total_tokens),
    prompt_tokens_details: { cached_tokens: sum((usage) => usage.prompt_tokens_details.cached_tokens) },
  };
}
