import type { JsonObject, JsonValue } from '../../turn/json.ts';
import type { V2File } from './v2-request.ts';

/** A whole v2 answer. There is no `id`, no `object`, no `choices`. */
export interface V2ChatResponse {
  readonly model: string;
  /** Unix seconds; some samples quote the number. */
  readonly created_at: number | string;
  /** Reasoning models put a message with role `reasoning` before the answer. */
  readonly messages: readonly V2ResponseMessage[];
  readonly finish_reason: V2FinishReason;
  readonly usage?: V2Usage;
  /** With `storage` only. */
  readonly thread_id?: string;
  readonly message_id?: string;
  readonly tool_state_id?: string;
  readonly additional_data?: JsonObject;
}

export type V2FinishReason =
  | 'stop'
  | 'length'
  | 'function_call'
  | 'function_call_error'
  | 'blacklist'
  | 'request_blacklist'
  | 'request_whitelist'
  | 'request_filter'
  | 'response_blacklist'
  | 'error'
  | (string & {});

export interface V2ResponseMessage {
  readonly role: 'assistant' | 'reasoning' | (string & {});
  readonly content: readonly V2ResponsePart[];
  readonly message_id?: string;
  /** Singular here, plural in requests. */
  readonly tool_state_id?: string;
  readonly tools_state_id?: string;
}

export type V2ResponsePart =
  | { readonly text: string; readonly inline_data?: V2InlineData }
  | { readonly files: readonly V2File[] }
  | {
      readonly function_call: { readonly id?: string; readonly name: string; readonly arguments: JsonObject };
    }
  | { readonly tool_execution: V2ToolExecution }
  | { readonly inline_data: V2InlineData }
  | { readonly logprobs: readonly JsonValue[] };

export interface V2InlineData {
  readonly images?: readonly JsonValue[];
  /** By the number that `[sources=[1]]` in the text names. */
  readonly sources?: Readonly<Record<string, { readonly url: string; readonly title?: string }>>;
  readonly widgets?: readonly JsonValue[];
}

export interface V2ToolExecution {
  readonly name: string;
  readonly status?: 'success' | 'fail' | (string & {});
  readonly seconds_left?: number;
  /** The result was filtered. */
  readonly censored?: boolean;
}

export interface V2Usage {
  readonly input_tokens: number;
  readonly input_tokens_details?: { readonly prompt_tokens?: number; readonly cached_tokens?: number };
  readonly output_tokens: number;
  readonly total_tokens: number;
}

/** The names of v2 stream events; `response.message.done` closes the stream, there is no `[DONE]`. */
export type V2EventName =
  | 'response.message.delta'
  | 'response.message.done'
  | 'response.tool.in_progress'
  | 'response.tool.completed'
  | 'response.error'
  | (string & {});

/** The `data` of one v2 stream event. */
export type V2ChatChunk = Partial<V2ChatResponse>;
