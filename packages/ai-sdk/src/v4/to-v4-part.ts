import type { LanguageModelV4Content, LanguageModelV4StreamPart } from '@ai-sdk/provider-v4';
import type { ChatContent, ChatPart, FileContent } from '../convert/chat-part.ts';
import { fromUsage } from '../convert/from-usage.ts';

/** What this model streams: a part of what the specification allows, and all of it known to its first release. */
export type GigaChatStreamPart = Extract<
  LanguageModelV4StreamPart,
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
  LanguageModelV4Content,
  { type: 'text' | 'reasoning' | 'tool-call' | 'tool-result' | 'file' | 'source' }
>;

export function toV4Part(part: ChatPart): GigaChatStreamPart {
  switch (part.type) {
    case 'stream-start':
      return { type: 'stream-start', warnings: [...part.warnings] };
    case 'file':
      return toV4File(part);
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

export function toV4Content(part: ChatContent): GigaChatContent {
  return part.type === 'file' ? toV4File(part) : part;
}

function toV4File(file: FileContent): Extract<GigaChatContent, { type: 'file' }> {
  return { ...file, data: { type: 'data', data: file.data } };
}
