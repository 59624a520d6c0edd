import type { JsonObject } from './json.ts';
import type { Message } from './message.ts';
import type { ChatModelId } from './model-id.ts';
import type { ResponseFormat } from './response-format.ts';
import type { Tool, ToolChoice } from './tool.ts';

/** One chat turn as asked for, whichever generation of the API carries it. */
export interface TurnRequest {
  /** The client's `model` setting when left out. */
  readonly model?: ChatModelId;
  readonly messages: readonly Message[];
  readonly tools?: readonly Tool[];
  /** `auto` when there are tools. */
  readonly toolChoice?: ToolChoice;
  readonly responseFormat?: ResponseFormat;
  /** Above 0; 0 is sent as `top_p: 0`, since the server's range excludes it. */
  readonly temperature?: number;
  /** 0 to 1. */
  readonly topP?: number;
  /** Upper bound of the answer, in tokens. */
  readonly maxTokens?: number;
  /** Above 0; 1 changes nothing. */
  readonly repetitionPenalty?: number;
  /** Seconds between chunks of a stream: larger means fewer, bigger chunks. */
  readonly updateInterval?: number;
  /** Texts at which the answer ends. The API has no such field: the client cuts the answer and leaves the stream. */
  readonly stop?: readonly string[];
  readonly reasoningEffort?: 'off' | 'low' | 'medium' | 'high';
  /** Left to the server when undefined; switching it off needs a permission. */
  readonly profanityCheck?: boolean;
  /** Alternatives per token, 0 to 5. */
  readonly topLogprobs?: number;
  /** Private feature switches of the server. */
  readonly flags?: readonly string[];
  /** Keeps the history on the server. */
  readonly storage?: Storage;
  /** Lets the server preselect functions when there are many. */
  readonly ranker?: Ranker;
  /** Which content filters run (v2). */
  readonly filter?: ContentFilter;
  /** IANA name such as `Europe/Moscow`, for tools that need the time (v2). */
  readonly timezone?: string;
  /** `false` stops the server from merging neighbouring messages of one role. */
  readonly normalizeHistory?: boolean;
  /** A named set of sampling parameters (v2). */
  readonly preset?: string;
  /** Fields merged last into the root of the body sent, for what this client does not know yet. */
  readonly wireExtras?: JsonObject;
}

export interface Storage {
  readonly threadId?: string;
  readonly assistantId?: string;
  /** How many messages of the thread the model sees. */
  readonly limit?: number;
  readonly metadata?: JsonObject;
  /** v1 only. */
  readonly isStateful?: boolean;
}

export interface Ranker {
  readonly enabled: boolean;
  readonly topN?: number;
  readonly embeddingsModel?: string;
}

export interface ContentFilter {
  readonly request?: { readonly neuro?: boolean; readonly blacklist?: boolean; readonly whitelist?: boolean };
  readonly response?: { readonly blacklist?: boolean };
}
