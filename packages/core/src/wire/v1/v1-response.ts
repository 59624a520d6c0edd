import type { JsonObject, JsonValue } from '../../turn/json.ts';

/** A whole v1 answer. The `model` is `id:version`; there is no `id`. */
export interface V1ChatResponse {
  readonly choices: readonly V1Choice[];
  /** Unix seconds. */
  readonly created: number;
  readonly model: string;
  /** `chat.completion`, in streams too. */
  readonly object: string;
  readonly usage?: V1Usage;
  readonly thread_id?: string;
  readonly message_id?: string;
}

export interface V1Choice {
  readonly message: V1ResponseMessage;
  readonly index: number;
  readonly finish_reason: V1FinishReason;
}

export type V1FinishReason = 'stop' | 'length' | 'function_call' | 'blacklist' | 'error' | (string & {});

export interface V1ResponseMessage {
  readonly role: 'assistant' | 'function_in_progress' | (string & {});
  readonly content: string;
  readonly reasoning_content?: string;
  /** An object in every recording; the specification calls it a string. */
  readonly function_call?: { readonly name: string; readonly arguments: JsonObject | string };
  readonly functions_state_id?: string;
  readonly logprobs?: JsonValue;
  /** The tool, while it runs. */
  readonly name?: string;
  readonly created?: number;
}

/** The `data` of one v1 stream event; the text `[DONE]` closes the stream. */
export interface V1ChatChunk {
  readonly choices: readonly V1ChunkChoice[];
  readonly created: number;
  readonly model: string;
  readonly object: string;
  /** In the last event only. */
  readonly usage?: V1Usage;
  readonly thread_id?: string;
  readonly message_id?: string;
}

export interface V1ChunkChoice {
  readonly delta: Partial<V1ResponseMessage>;
  readonly index: number;
  /** The key is absent until the last event. */
  readonly finish_reason?: V1FinishReason;
}

export interface V1Usage {
  /** Without the cached ones. */
  readonly prompt_tokens: number;
  readonly completion_tokens: number;
  /** `prompt_tokens + completion_tokens`: what is billed. */
  readonly total_tokens: number;
  readonly precached_prompt_tokens?: number;
}
