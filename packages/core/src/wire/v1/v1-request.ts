import type { JsonObject, JsonSchema } from '../../turn/json.ts';

/** `POST /v1/chat/completions`: the JSON sent. Fields this type does not know may be added; the server ignores unknown ones. */
export interface V1ChatRequest {
  /** Left out only in storage mode, where the assistant or thread names it. */
  readonly model?: string;
  readonly messages: readonly V1RequestMessage[];
  readonly functions?: readonly V1Function[];
  /** `auto` also lets built-in tools run, even without `functions`. */
  readonly function_call?: 'none' | 'auto' | V1ForcedFunction;
  readonly temperature?: number;
  readonly top_p?: number;
  readonly n?: number;
  readonly stream?: boolean;
  readonly max_tokens?: number;
  readonly repetition_penalty?: number;
  readonly update_interval?: number;
  readonly profanity_check?: boolean;
  readonly flags?: readonly string[];
  readonly storage?: V1Storage;
  readonly function_ranker?: { readonly enabled: boolean; readonly top_n?: number };
  readonly response_format?: V1ResponseFormat;
  readonly reasoning_effort?: string;
  readonly top_logprobs?: number;
  readonly unnormalized_history?: boolean;
}

export type V1RequestMessage =
  | { readonly role: 'system'; readonly content: string }
  | { readonly role: 'user'; readonly content: string; readonly attachments?: readonly string[] }
  | V1AssistantMessage
  | V1FunctionMessage
  | { readonly role: 'search_result'; readonly content: string };

export interface V1AssistantMessage {
  readonly role: 'assistant';
  /** Empty beside a call, never null. */
  readonly content: string;
  /** Arguments are an object; a string is refused. */
  readonly function_call?: { readonly name: string; readonly arguments: JsonObject };
  readonly functions_state_id?: string;
}

export interface V1FunctionMessage {
  readonly role: 'function';
  readonly name: string;
  /** Text that parses as JSON. */
  readonly content: string;
}

export interface V1Function {
  readonly name: string;
  readonly description?: string;
  /** Left out only for built-ins, which are listed by their bare name. */
  readonly parameters?: JsonSchema;
  readonly return_parameters?: JsonSchema;
  readonly few_shot_examples?: readonly { readonly request: string; readonly params: JsonObject }[];
}

export interface V1ForcedFunction {
  readonly name: string;
  readonly partial_arguments?: JsonObject;
}

export interface V1Storage {
  readonly is_stateful?: boolean;
  readonly limit?: number;
  readonly assistant_id?: string;
  readonly thread_id?: string;
  readonly metadata?: JsonObject;
}

export type V1ResponseFormat =
  | { readonly type: 'text' }
  | { readonly type: 'json_schema'; readonly schema: JsonSchema; readonly strict?: boolean };
