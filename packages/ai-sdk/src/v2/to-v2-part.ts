import type {
  LanguageModelV2CallOptions,
  LanguageModelV2CallWarning,
  LanguageModelV2Content,
  LanguageModelV2StreamPart,
  LanguageModelV2Usage,
} from '@ai-sdk/provider-v2';
import type { Usage } from '@gigakit/core/turn';
import type { CallWarning } from '../convert/call-warning.ts';
import type { ChatContent, ChatPart, FileContent } from '../convert/chat-part.ts';
import { fromFinish } from '../convert/from-finish.ts';

/** What this model warns of: settings, and whatever else in words. */
export type GigaChatWarning = Extract<LanguageModelV2CallWarning, { type: 'unsupported-setting' | 'other' }>;

/** What this model streams: a part of what the specification allows. */
export type GigaChatStreamPart =
  | { type: 'stream-start'; warnings: GigaChatWarning[] }
  | Extract<
      LanguageModelV2StreamPart,
      {
        type:
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
  LanguageModelV2Content,
  { type: 'text' | 'reasoning' | 'tool-call' | 'tool-result' | 'file' | 'source' }
>;

/** Gives the parts of one stream. A tool that ran unasked has no word here: `ai` 5 refuses calls it has no tool for. */
export function v2Parts(): (part: ChatPart) => GigaChatStreamPart | undefined {
  const unasked = new Set<string>();
  return (part) => {
    switch (part.type) {
      case 'stream-start':
        return { type: 'stream-start', warnings: part.warnings.map(toV2Warning) };
      case 'file':
        return toV2File(part);
      case 'tool-input-start':
        if (part.dynamic === true) unasked.add(part.id);
        return part.dynamic === true ? undefined : part;
      case 'tool-input-delta':
      case 'tool-input-end':
        return unasked.has(part.id) ? undefined : part;
      case 'tool-call':
        return part.dynamic === true ? undefined : part;
      case 'tool-result':
        return part.dynamic === true ? undefined : { ...part, providerExecuted: true };
      case 'finish': {
        const { finish, usage, ...rest } = part;
        return { ...rest, finishReason: fromFinish(finish), usage: toV2Usage(usage) };
      }
      default:
        return part;
    }
  };
}

export function toV2Content(content: readonly ChatContent[]): GigaChatContent[] {
  return content.flatMap((part): GigaChatContent[] => {
    switch (part.type) {
      case 'file':
        return [toV2File(part)];
      case 'tool-call':
        return part.dynamic === true ? [] : [part];
      case 'tool-result':
        return part.dynamic === true ? [] : [{ ...part, providerExecuted: true }];
      default:
        return [part];
    }
  });
}

/** The file's id on the server has no place in the specification, though `ai` passes it on. */
function toV2File(file: FileContent): Extract<GigaChatContent, { type: 'file' }> {
  return file;
}

export function toV2Usage(usage: Usage): LanguageModelV2Usage {
  const { inputTokens, outputTokens, totalTokens, cachedInputTokens } = usage;
  return { inputTokens, outputTokens, totalTokens, cachedInputTokens };
}

type V2Setting = Exclude<keyof LanguageModelV2CallOptions, 'prompt'>;

const settings: ReadonlySet<string> = new Set<V2Setting>([
  'topK',
  'seed',
  'presencePenalty',
  'frequencyPenalty',
  'stopSequences',
  'responseFormat',
  'temperature',
  'topP',
  'maxOutputTokens',
  'toolChoice',
]);

function isSetting(feature: string): feature is V2Setting {
  return settings.has(feature);
}

/** Only a call option has a warning of its own here; everything else is a sentence. */
export function toV2Warning({ feature, details }: CallWarning): GigaChatWarning {
  return isSetting(feature)
    ? { type: 'unsupported-setting', setting: feature, details }
    : { type: 'other', message: `${feature}: ${details}` };
}
