import type { Usage } from '@gigakit/core/turn';
import type { UsageMetadata } from '@langchain/core/messages';

/** LangChain's counters; `undefined` when the server reported nothing. Cached tokens are part of `input_tokens`. */
export function fromUsage(usage: Usage): UsageMetadata | undefined {
  const { inputTokens, outputTokens, totalTokens, cachedInputTokens } = usage;
  if (inputTokens === undefined && outputTokens === undefined && totalTokens === undefined) return undefined;
  return {
    input_tokens: inputTokens ?? 0,
    output_tokens: outputTokens ?? 0,
    total_tokens: totalTokens ?? (inputTokens ?? 0) + (outputTokens ?? 0),
    ...(cachedInputTokens === undefined ? {} : { input_token_details: { cache_read: cachedInputTokens } }),
  };
}
