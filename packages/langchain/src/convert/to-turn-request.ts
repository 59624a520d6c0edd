import { InvalidRequestError } from '@gigakit/core';
import type { CallOptions } from '@gigakit/core';
import type { Tool, ToolChoice, TurnRequest } from '@gigakit/core/turn';
import type { BaseMessage } from '@langchain/core/messages';
import type { ChatGigaChatCallOptions, TurnDefaults } from '../chat-gigachat-options.ts';
import { toTurnMessages } from './to-turn-messages.ts';
import { toTurnResponseFormat } from './to-turn-response-format.ts';
import { toTurnToolChoice } from './to-turn-tool-choice.ts';
import { toTurnTools } from './to-turn-tools.ts';

/** What the model was built with, as far as a request needs it. */
export interface RequestDefaults extends TurnDefaults {
  readonly model: string;
  readonly anyToolChoice: 'auto' | 'error';
}

/** The options a call may carry; those of the run (callbacks, tags) are LangChain's business. */
export type RequestOptions = Omit<Partial<ChatGigaChatCallOptions>, 'callbacks' | 'signal'>;

const turnKeys = [
  'temperature',
  'topP',
  'maxTokens',
  'repetitionPenalty',
  'updateInterval',
  'stop',
  'reasoningEffort',
  'profanityCheck',
  'topLogprobs',
  'flags',
  'storage',
  'ranker',
  'filter',
  'timezone',
  'normalizeHistory',
  'preset',
  'wireExtras',
] as const satisfies readonly (keyof TurnDefaults)[];

/** Everything of a request but its messages: the call's options over the model's defaults. */
export function toTurnParameters(
  options: RequestOptions,
  defaults: RequestDefaults,
): Omit<TurnRequest, 'messages'> {
  const tools = toTurnTools(options.tools ?? []);
  const toolChoice = checkedToolChoice(toTurnToolChoice(options.tool_choice), tools, defaults.anyToolChoice);
  const responseFormat = toTurnResponseFormat(options.response_format);
  return {
    model: options.model ?? defaults.model,
    ...sampling(options, defaults),
    ...(tools.length === 0 ? {} : { tools }),
    ...(toolChoice === undefined ? {} : { toolChoice }),
    ...(responseFormat === undefined ? {} : { responseFormat }),
  };
}

/**
 * A call as a turn request.
 * @throws InvalidRequestError naming the message, tool or option that cannot be sent.
 */
export const toTurnRequest = (
  messages: readonly BaseMessage[],
  options: RequestOptions,
  defaults: RequestDefaults,
): TurnRequest => ({ ...toTurnParameters(options, defaults), messages: toTurnMessages(messages) });

/** The part of a call's options that is about sending. */
export function toCallOptions(
  options: RequestOptions & { signal?: AbortSignal | undefined },
  model: Pick<CallOptions, 'timeoutMs' | 'maxRetries' | 'sessionId'>,
): CallOptions {
  return {
    signal: options.signal,
    timeoutMs: options.timeoutMs ?? model.timeoutMs,
    maxRetries: options.maxRetries ?? model.maxRetries,
    headers: options.headers,
    requestId: options.requestId,
    sessionId: options.sessionId ?? model.sessionId,
    clientId: options.clientId,
    includeRaw: options.includeRaw,
  };
}

/** The call's word first, then the model's. */
export function sampling(options: RequestOptions, defaults: TurnDefaults): TurnDefaults {
  const chosen: Record<string, unknown> = {};
  for (const key of turnKeys) {
    const value = options[key] ?? defaults[key];
    if (value !== undefined) chosen[key] = value;
  }
  return chosen;
}

function checkedToolChoice(
  choice: ToolChoice | undefined,
  tools: readonly Tool[],
  anyToolChoice: 'auto' | 'error',
): ToolChoice | undefined {
  // A choice without tools would switch on the server's own ones.
  if (tools.length === 0) return choice === undefined || typeof choice === 'string' ? undefined : choice;
  if (choice === 'required' && tools.length > 1 && anyToolChoice === 'error') {
    throw new InvalidRequestError(
      'tool_choice "any" with several tools cannot be said to GigaChat; name one tool, or leave anyToolChoice at "auto".',
      { field: 'tool_choice' },
    );
  }
  return choice;
}
