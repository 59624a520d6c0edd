import type { Source, ToolCallPart, TurnResult } from '@gigakit/core/turn';
import { fromGeneratedFile } from '../../from-generated-file.ts';
import { stripFence } from '../../json-object-mode.ts';
import type { ChatChoice, ChatToolCall, UrlCitation } from '../openai-types.ts';
import { fromFinish } from './from-finish.ts';

export interface ChoiceOptions {
  readonly index: number;
  readonly isJsonObject: boolean;
  /** Where generated files are linked to. */
  readonly baseUrl: string;
}

/** One whole answer as a choice. */
export function fromTurnResult(
  turn: TurnResult,
  { index, isJsonObject, baseUrl }: ChoiceOptions,
): ChatChoice {
  const links = turn.files.map((file) => fromGeneratedFile(file, baseUrl)).join('');
  const text = (isJsonObject ? stripFence(turn.text) : turn.text) + links;
  const calls = turn.toolCalls.map(fromToolCall);
  return {
    index,
    message: {
      role: 'assistant',
      content: text === '' && calls.length > 0 ? null : text,
      refusal: null,
      ...(turn.reasoning !== '' && { reasoning_content: turn.reasoning }),
      ...(calls.length > 0 && { tool_calls: calls }),
      ...(turn.sources.length > 0 && { annotations: turn.sources.map(fromSource) }),
    },
    logprobs: null,
    finish_reason: fromFinish(turn.finishReason, calls.length > 0),
  };
}

export function fromToolCall(call: Pick<ToolCallPart, 'id' | 'name' | 'input' | 'inputText'>): ChatToolCall {
  return {
    id: call.id,
    type: 'function',
    function: { name: call.name, arguments: call.inputText ?? JSON.stringify(call.input) },
  };
}

export function fromSource({ url, title }: Source): UrlCitation {
  return { type: 'url_citation', url_citation: { url, title: title ?? url, start_index: 0, end_index: 0 } };
}
