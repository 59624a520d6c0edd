import type { CallOptions } from '@gigakit/core';
import type { BuiltInToolName, ResponseFormat, ToolChoice, TurnRequest } from '@gigakit/core/turn';
import type { GigaChatLanguageModelOptions } from '../language-model-options.ts';
import type { ModelContext } from '../model-context.ts';
import type { CallWarning } from './call-warning.ts';
import type { ChatCall, PromptResponseFormat } from './chat-call.ts';
import { languageModelOptionRules } from './language-model-option-rules.ts';
import { readOptions } from './option-rules.ts';
import { toCallOptions } from './to-call-options.ts';
import { toJsonObject } from './to-json.ts';
import { toReasoningEffort } from './to-reasoning-effort.ts';
import { toTurnMessages } from './to-turn-messages.ts';
import { toTurnTools } from './to-turn-tools.ts';

export interface ChatRequest {
  readonly request: TurnRequest;
  readonly options: CallOptions;
  readonly warnings: readonly CallWarning[];
  readonly builtInNames: ReadonlyMap<BuiltInToolName, string>;
}

/** A call of any major as a turn: only what the user set is said. */
export function toTurnRequest(
  call: ChatCall,
  model: Pick<ModelContext, 'modelId' | 'providerName'>,
): ChatRequest {
  const own = readOptions(call.providerOptions, model.providerName, languageModelOptionRules);
  const { requestId, sessionId, clientId, timeoutMs, ...turnOptions } = own;
  const { regex, strictJsonSchema, structuredOutput, ...others } = turnOptions;
  const { partialArguments, builtInTools, reasoningEffort, ...passedOn } = others;
  const { messages, warnings: messageWarnings } = toTurnMessages(call.prompt, model.providerName);
  const extraBuiltIns = (builtInTools ?? []).map((type) => ({ type }));
  const tools = toTurnTools(call.tools, call.toolChoice, extraBuiltIns, model.providerName);
  const reasoning = toReasoningEffort(call.reasoning);
  const effort = reasoningEffort ?? reasoning.effort;
  const responseFormat = toResponseFormat(call.responseFormat, { regex, strictJsonSchema, structuredOutput });
  const toolChoice = withPartialArguments(tools.toolChoice, partialArguments);
  const request: TurnRequest = {
    model: model.modelId,
    messages,
    ...(tools.tools.length === 0 ? {} : { tools: tools.tools }),
    ...(toolChoice === undefined ? {} : { toolChoice }),
    ...(responseFormat === undefined ? {} : { responseFormat }),
    ...(call.temperature === undefined ? {} : { temperature: call.temperature }),
    ...(call.topP === undefined ? {} : { topP: call.topP }),
    ...(call.maxOutputTokens === undefined ? {} : { maxTokens: call.maxOutputTokens }),
    ...(call.stopSequences === undefined || call.stopSequences.length === 0
      ? {}
      : { stop: call.stopSequences }),
    ...(effort === undefined ? {} : { reasoningEffort: effort }),
    ...passedOn,
  };
  return {
    request,
    options: {
      ...toCallOptions({
        abortSignal: call.abortSignal,
        headers: call.headers,
        requestId,
        sessionId,
        clientId,
        timeoutMs,
      }),
      includeRaw: call.includeRawChunks === true,
    },
    warnings: [
      ...unsupportedSettings(call),
      ...(reasoningEffort === undefined && reasoning.warning !== undefined ? [reasoning.warning] : []),
      ...messageWarnings,
      ...tools.warnings,
    ],
    builtInNames: tools.builtInNames,
  };
}

const advice = {
  topK: 'GigaChat has no top-k sampling; use topP.',
  presencePenalty: 'GigaChat has no presence penalty; use providerOptions.gigachat.repetitionPenalty.',
  frequencyPenalty: 'GigaChat has no frequency penalty; use providerOptions.gigachat.repetitionPenalty.',
  seed: 'GigaChat takes no seed; temperature: 0 makes answers as repeatable as they get.',
} as const;

function unsupportedSettings(call: ChatCall): CallWarning[] {
  return (['topK', 'presencePenalty', 'frequencyPenalty', 'seed'] as const)
    .filter((setting) => call[setting] !== undefined && call[setting] !== null)
    .map((setting) => ({ type: 'unsupported', feature: setting, details: advice[setting] }));
}

type FormatOptions = {
  readonly [Name in 'regex' | 'strictJsonSchema' | 'structuredOutput']:
    | GigaChatLanguageModelOptions[Name]
    | undefined;
};

/** JSON without a schema is asked for as any object: the API has no looser JSON mode. */
function toResponseFormat(
  format: PromptResponseFormat | undefined,
  options: FormatOptions,
): ResponseFormat | undefined {
  if (options.regex !== undefined) return { type: 'regex', pattern: options.regex };
  if (format === undefined || format.type === 'text') return undefined;
  const via = options.structuredOutput === undefined ? {} : { via: options.structuredOutput };
  if (format.schema === undefined) return { type: 'json-schema', schema: { type: 'object' }, ...via };
  const schema = toJsonObject(format.schema);
  const described =
    format.description === undefined || schema['description'] !== undefined
      ? schema
      : { ...schema, description: format.description };
  return { type: 'json-schema', schema: described, strict: options.strictJsonSchema ?? true, ...via };
}

function withPartialArguments(
  choice: ToolChoice | undefined,
  partialArguments: GigaChatLanguageModelOptions['partialArguments'],
): ToolChoice | undefined {
  return typeof choice === 'object' && partialArguments !== undefined
    ? { ...choice, partialArguments }
    : choice;
}
