import type { UsageMetadata } from '@langchain/core/messages';
import type { Usage } from './stop.ts';

/** What LangChain messages cost together; a message that a person or a tool wrote costs nothing. */
export function fromUsageMetadata(messages: readonly object[]): Usage {
  let usage: Usage = { inputTokens: undefined, outputTokens: undefined };
  for (const message of messages) {
    const metadata = 'usage_metadata' in message ? message.usage_metadata : undefined;
    if (!isUsageMetadata(metadata)) continue;
    usage = {
      inputTokens: (usage.inputTokens ?? 0) + metadata.input_tokens,
      outputTokens: (usage.outputTokens ?? 0) + metadata.output_tokens,
    };
  }
  return usage;
}

const isUsageMetadata = (value: unknown): value is UsageMetadata =>
  typeof value === 'object' && value !== null && 'input_tokens' in value && 'output_tokens' in value;
