import type { JsonObject, JsonSchema, JsonValue } from '../../turn/json.ts';
import type { V1Function } from '../v1/v1-request.ts';

/** `POST /v2/chat/completions`: the JSON sent. */
export interface V2ChatRequest {
  /** Left out when an assistant or a thread names it. */
  readonly model?: string;
  readonly messages: readonly V2RequestMessage[];
  readonly assistant_id?: string;
  /** Resumes the server's tool state; answers call it `tool_state_id`. */
  readonly tools_state_id?: string;
  readonly model_options?: V2ModelOptions;
  readonly stream?: boolean;
  /** The inverse of v1's `profanity_check`. */
  readonly disable_filter?: boolean;
  readonly filter_config?: V2FilterConfig;
  readonly flags?: readonly string[];
  /** `{}` starts a thread. */
  readonly storage?: { readonly limit?: number; readonly thread_id?: string; readonly metadata?: JsonObject };
  readonly ranker_options?: {
    readonly enabled: boolean;
    readonly top_n?: number;
    readonly embeddings_model?: string;
  };
  readonly user_info?: { readonly timezone?: string };
  readonly tool_config?: V2ToolConfig;
  readonly tools?: readonly V2Tool[];
}

export interface V2RequestMessage {
  readonly role: 'system' | 'user' | 'assistant' | 'tool' | 'function' | 'reasoning';
  /** Always parts: a text here is refused with 400. */
  readonly content: readonly V2RequestPart[];
  readonly message_id?: string;
  readonly tools_state_id?: string;
}

export type V2RequestPart =
  | { readonly text: string }
  | { readonly files: readonly V2File[] }
  | {
      readonly function_call: { readonly id?: string; readonly name: string; readonly arguments: JsonObject };
    }
  /** An object by the specification; the public host was also seen to want a text that holds JSON. */
  | { readonly function_result: { readonly name: string; readonly result: JsonValue } };

export interface V2File {
  readonly id: string;
  readonly mime?: string;
  readonly target?: 'image' | 'audio' | 'cover' | 'video' | '3dmodel' | (string & {});
}

export interface V2ModelOptions {
  readonly preset?: string;
  readonly temperature?: number;
  readonly top_p?: number;
  readonly max_tokens?: number;
  readonly repetition_penalty?: number;
  readonly update_interval?: number;
  readonly unnormalized_history?: boolean;
  /** 1 to 5. */
  readonly top_logprobs?: number;
  readonly reasoning?: { readonly effort: 'low' | 'medium' | 'high' | 'off' };
  readonly response_format?: V2ResponseFormat;
}

export type V2ResponseFormat =
  | { readonly type: 'text' }
  | { readonly type: 'json_schema'; readonly schema: JsonSchema; readonly strict?: boolean }
  | { readonly type: 'regex'; readonly regex: string };

export interface V2FilterConfig {
  readonly request_content?: {
    readonly neuro?: boolean;
    readonly blacklist?: boolean;
    readonly whitelist?: boolean;
  };
  readonly response_content?: { readonly blacklist?: boolean };
}

export type V2ToolConfig =
  | { readonly mode: 'auto' | 'none' }
  | { readonly mode: 'forced'; readonly tool_name: string }
  | { readonly mode: 'forced'; readonly function_name: string };

/** An object with one key. One `functions` entry holds all functions of the caller. */
export type V2Tool =
  | { readonly functions: { readonly specifications: readonly V1Function[] } }
  | { readonly web_search: V2WebSearch }
  | { readonly url_content_extraction: JsonObject }
  | { readonly image_generate: JsonObject }
  | { readonly model_3d_generate: JsonObject }
  | { readonly code_interpreter: JsonObject };

export interface V2WebSearch {
  readonly type?: 'web_search' | 'actual_info_web_search' | 'safe_search' | (string & {});
  readonly indexes?: readonly string[];
  readonly flags?: readonly string[];
}
