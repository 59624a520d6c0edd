import type {
  LanguageModelV1CallOptions,
  LanguageModelV1CallWarning,
  LanguageModelV1FunctionToolCall,
  LanguageModelV1ProviderMetadata,
  LanguageModelV1Source,
  LanguageModelV1StreamPart,
} from '@ai-sdk/provider-v1';
import type { CallWarning } from '../convert/call-warning.ts';
import type { ChatContent, ChatEnd, ChatPart, SourceContent, ToolCallContent } from '../convert/chat-part.ts';
import { fromFinish } from '../convert/from-finish.ts';

/** What this model streams: a part of what the specification allows. */
export type GigaChatStreamPart = Extract<
  LanguageModelV1StreamPart,
  {
    type:
      | 'response-metadata'
      | 'text-delta'
      | 'reasoning'
      | 'tool-call-delta'
      | 'tool-call'
      | 'file'
      | 'source'
      | 'error'
      | 'finish';
  }
>;

/**
 * Gives the parts of one stream. There are no starts and ends here, no raw chunks, and no word for tools that
 * the provider ran itself; warnings stand beside the stream.
 */
export function v1Parts(providerName: string): (part: ChatPart) => GigaChatStreamPart | undefined {
  /** Names of the calls whose input is being streamed. */
  const callNames = new Map<string, string>();
  return (part) => {
    switch (part.type) {
      case 'response-metadata':
      case 'error':
        return part;
      case 'text-delta':
        return { type: 'text-delta', textDelta: part.delta };
      case 'reasoning-delta':
        return { type: 'reasoning', textDelta: part.delta };
      case 'tool-input-start':
        if (part.providerExecuted !== true) callNames.set(part.id, part.toolName);
        return undefined;
      case 'tool-input-delta': {
        const toolName = callNames.get(part.id);
        if (toolName === undefined) return undefined;
        return {
          type: 'tool-call-delta',
          toolCallType: 'function',
          toolCallId: part.id,
          toolName,
          argsTextDelta: part.delta,
        };
      }
      case 'tool-call':
        return part.providerExecuted === true ? undefined : { type: 'tool-call', ...toV1Call(part) };
      case 'file':
        return { type: 'file', mimeType: part.mediaType, data: part.data };
      case 'source':
        return { type: 'source', source: toV1Source(part) };
      case 'finish':
        return { type: 'finish', ...toV1End(part, providerName) };
      case 'stream-start':
      case 'text-start':
      case 'text-end':
      case 'reasoning-start':
      case 'reasoning-end':
      case 'tool-input-end':
      case 'tool-result':
      case 'raw':
        return undefined;
    }
  };
}

export interface V1Content {
  text?: string;
  reasoning?: string;
  files?: { data: Uint8Array; mimeType: string }[];
  toolCalls?: LanguageModelV1FunctionToolCall[];
  sources?: LanguageModelV1Source[];
}

/** Content sorted by kind, as `ai` 4 wants it; a kind that does not occur is left out. */
export function toV1Content(content: readonly ChatContent[]): V1Content {
  const ofType = <Type extends ChatContent['type']>(type: Type): Extract<ChatContent, { type: Type }>[] =>
    content.filter((part): part is Extract<ChatContent, { type: Type }> => part.type === type);
  const textOf = (parts: readonly { text: string }[]): string => parts.map((part) => part.text).join('');
  const texts = ofType('text');
  const thoughts = ofType('reasoning');
  const files = ofType('file');
  const calls = ofType('tool-call').filter((call) => call.providerExecuted !== true);
  const sources = ofType('source');
  return {
    ...(texts.length === 0 ? {} : { text: textOf(texts) }),
    ...(thoughts.length === 0 ? {} : { reasoning: textOf(thoughts) }),
    ...(files.length === 0
      ? {}
      : { files: files.map(({ data, mediaType }) => ({ data, mimeType: mediaType })) }),
    ...(calls.length === 0 ? {} : { toolCalls: calls.map(toV1Call) }),
    ...(sources.length === 0 ? {} : { sources: sources.map(toV1Source) }),
  };
}

export interface V1End {
  finishReason: ReturnType<typeof fromFinish>;
  usage: { promptTokens: number; completionTokens: number };
  providerMetadata?: LanguageModelV1ProviderMetadata;
}

/** Unknown counts are `NaN` in this major; cached tokens have no field but metadata. */
export function toV1End({ finish, usage, providerMetadata }: ChatEnd, providerName: string): V1End {
  const cached = usage.cachedInputTokens;
  const own = {
    ...providerMetadata?.[providerName],
    ...(cached === undefined ? {} : { cachedPromptTokens: cached }),
  };
  return {
    finishReason: fromFinish(finish),
    usage: {
      promptTokens: usage.inputTokens ?? Number.NaN,
      completionTokens: usage.outputTokens ?? Number.NaN,
    },
    ...(Object.keys(own).length === 0 ? {} : { providerMetadata: { [providerName]: own } }),
  };
}

function toV1Call(call: ToolCallContent): LanguageModelV1FunctionToolCall {
  return {
    toolCallType: 'function',
    toolCallId: call.toolCallId,
    toolName: call.toolName,
    args: call.input,
  };
}

function toV1Source({ type: _type, ...source }: SourceContent): LanguageModelV1Source {
  return source;
}

type V1Setting = Extract<LanguageModelV1CallWarning, { type: 'unsupported-setting' }>['setting'];

const settings: ReadonlySet<string> = new Set<V1Setting & keyof LanguageModelV1CallOptions>([
  'topK',
  'seed',
  'presencePenalty',
  'frequencyPenalty',
  'stopSequences',
  'responseFormat',
  'temperature',
  'topP',
]);

function isSetting(feature: string): feature is V1Setting {
  return settings.has(feature);
}

/** Only a call option has a warning of its own here; everything else is a sentence. */
export function toV1Warning({ feature, details }: CallWarning): LanguageModelV1CallWarning {
  return isSetting(feature)
    ? { type: 'unsupported-setting', setting: feature, details }
    : { type: 'other', message: `${feature}: ${details}` };
}
