import type { LanguageModelV1CallOptions } from '@ai-sdk/provider-v1';
import type { ChatCall } from '../convert/chat-call.ts';
import { isRecord } from '../convert/read-namespace.ts';
import type { GigaChatLanguageModelOptions } from '../language-model-options.ts';

/** A call of `ai` 4 in the words of the later majors: modes become tools and response formats. */
export function toChatCall(
  options: LanguageModelV1CallOptions,
  providerName: string,
  defaults: GigaChatLanguageModelOptions,
): ChatCall {
  const { mode, maxTokens, temperature, providerMetadata, ...rest } = options;
  const own = providerMetadata?.[providerName] ?? providerMetadata?.['gigachat'];
  return {
    ...rest,
    ...settingsOf(mode),
    maxOutputTokens: maxTokens,
    // `ai` 4 says 0 where the user said nothing; beside a topP it is taken for that.
    temperature: temperature === 0 && options.topP !== undefined ? undefined : temperature,
    providerOptions: {
      ...providerMetadata,
      [providerName]: { ...defaults, ...(isRecord(own) ? own : {}) },
    },
  };
}

function settingsOf(
  mode: LanguageModelV1CallOptions['mode'],
): Pick<ChatCall, 'tools' | 'toolChoice' | 'responseFormat'> {
  switch (mode.type) {
    case 'regular':
      return { tools: mode.tools, toolChoice: mode.toolChoice };
    case 'object-json': {
      const { schema, name, description } = mode;
      return { responseFormat: { type: 'json', schema, name, description } };
    }
    case 'object-tool':
      return { tools: [mode.tool], toolChoice: { type: 'tool', toolName: mode.tool.name } };
  }
}
