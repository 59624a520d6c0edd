import type { CallOptions, GigaChat, GigaChatSettings } from '@gigakit/core';
import type { Tool, ToolChoice, TurnRequest } from '@gigakit/core/turn';
import type {
  BaseChatModelCallOptions,
  BaseChatModelParams,
  BindToolsInput,
} from '@langchain/core/language_models/chat_models';
import type { ModelProfile } from '@langchain/core/language_models/profile';

/** How a turn is sampled and what it may use: set on the model, overridden call by call. */
export type TurnDefaults = Pick<
  TurnRequest,
  | 'temperature'
  | 'topP'
  | 'maxTokens'
  | 'repetitionPenalty'
  | 'updateInterval'
  | 'stop'
  | 'reasoningEffort'
  | 'profanityCheck'
  | 'topLogprobs'
  | 'flags'
  | 'storage'
  | 'ranker'
  | 'filter'
  | 'timezone'
  | 'normalizeHistory'
  | 'preset'
  | 'wireExtras'
>;

/** LangChain's own fields, without those that core's settings say more exactly. */
type LangChainFields = Omit<BaseChatModelParams, 'maxConcurrency' | 'maxRetries'>;

type Optional<T> = { readonly [Key in keyof T]?: T[Key] | undefined };

/** What `new ChatGigaChat(fields)` may say. Everything is optional: what is missing comes from the environment. */
export interface ChatGigaChatFields
  extends Optional<LangChainFields>, Optional<TurnDefaults>, Omit<GigaChatSettings, 'profanityCheck'> {
  /** A ready client, shared with other models: sign-in, connections and concurrency are then its own business. */
  readonly client?: GigaChat | undefined;
  /** Whether `invoke` reads a stream inside, so that callbacks hear tokens. `false` by default. */
  readonly streaming?: boolean | undefined;
  /** Whether the last chunk of a stream carries usage. `true` by default. */
  readonly streamUsage?: boolean | undefined;
  /** What the model can do, over what is known of it by name. */
  readonly profile?: ModelProfile | undefined;
  /** Counts tokens by the API (one request per count) and not by an estimate of 4.6 characters a token. */
  readonly useApiForTokens?: boolean | undefined;
  /**
   * What `tool_choice: 'any'` becomes with several tools, which the API cannot express: `auto` (the default; a warning
   * stands in `response_metadata.warnings`) or an `error`.
   */
  readonly anyToolChoice?: 'auto' | 'error' | undefined;
  /** Another word for `credentials`. */
  readonly apiKey?: GigaChatSettings['credentials'];
  /** Another word for `model`. */
  readonly modelName?: string | undefined;
  /** Another word for `stop`. */
  readonly stopSequences?: readonly string[] | undefined;
  /** Seconds, as in the older `langchain-gigachat` packages; `timeoutMs` says the same in milliseconds. */
  readonly timeout?: number | undefined;
}

/** What may differ from call to call, besides LangChain's own options. */
export interface ChatGigaChatCallOptions
  extends
    Omit<BaseChatModelCallOptions, 'stop' | 'tool_choice' | 'maxRetries'>,
    Optional<Omit<TurnDefaults, 'stop'>>,
    Omit<CallOptions, 'signal' | 'maxRetries'> {
  readonly model?: string | undefined;
  stop?: string[];
  /** Attempts after the first, for this call. */
  maxRetries?: number;
  tools?: readonly (BindToolsInput | Tool)[];
  tool_choice?: ToolChoice | 'any' | (string & {}) | Record<string, unknown>;
  /** OpenAI's `{ type: 'json_schema', json_schema: { schema, strict } }`, GigaChat's flat form, or ours. */
  response_format?: Record<string, unknown>;
  streamUsage?: boolean | undefined;
  /** Told apart in the cache: LangChain's own key does not look into pictures. Filled in by `generate`. */
  mediaFingerprint?: string;
}
