import type { LanguageModelV3Content, LanguageModelV3StreamPart } from '@ai-sdk/provider-v3';
import type { ChatPart } from '../convert/chat-part.ts';
import { fromUsage } from '../convert/from-usage.ts';

/** What this model streams: a part of what the specification allows, and all of it known to its first release. */
export type GigaChatStreamPart = Extract<
  LanguageModelV3StreamPart,
  {
    type:
      | 'stream-start'
      | 'response-metadata'
      | 'text-start'
      | 'text-delta'
      | 'text-end'
      | 'reasoning-start'
      | 'reasoning-delta'
      | 'reasoning-end'
      | 'tool-input-start'
      | 'tool-input-delta'
      | 'tool-input-end'
      | 'tool-call'
      | 'tool-result'
      | 'file'
      | 'source'
      | 'raw'
      | 'error'
      | 'finish';
  }
>;

/** What a whole answer of this model is made of. */
export type GigaChatContent = Extract<
  LanguageModelV3Content,
  { type: 'text' | 'reasoning' | 'tool-call' | 'tool-result' | 'file' | 'source' }
>;

export function toV3Part(part: ChatPart): GigaChatStreamPart {
  switch (part.type) {
    case 'stream-start':
      return { type: 'stream-start', warnings: [...part.warnings] };
    case 'finish': {
      const { finish, usage, ...rest } = part;
      return {
        ...rest,
        finishReason: { unified: finish.reason, raw: finish.raw },
        usage: fromUsage(usage),
      };
    }
    default:
      return part;
  }
}
