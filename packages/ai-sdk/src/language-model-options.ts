import type { BuiltInToolName, ContentFilter, JsonObject, Ranker, Storage } from '@gigakit/core/turn';

/**
 * `providerOptions.gigachat` of a text call (`providerMetadata.gigachat` in `ai` 4). Each wins over the portable
 * setting that means the same. A name that is not here is refused, so that a typo shows at once.
 */
export type GigaChatLanguageModelOptions = {
  /** Above 0; 1 changes nothing. */
  repetitionPenalty?: number;
  /** Seconds between chunks of a stream: larger means fewer, bigger chunks. */
  updateInterval?: number;
  /** How much a reasoning model thinks; `off` for not at all. */
  reasoningEffort?: 'off' | 'low' | 'medium' | 'high';
  /** Left to the server when not set; switching it off needs a permission. */
  profanityCheck?: boolean;
  /** Alternatives per token, 0 to 5; they come back in `providerMetadata.gigachat.logprobs`. */
  topLogprobs?: number;
  /** Private feature switches of the server. */
  flags?: string[];
  /** Keeps the history on the server; the ids to hand back are in `providerMetadata.gigachat`. */
  storage?: Storage;
  /** Lets the server preselect functions when there are many. */
  ranker?: Ranker;
  /** Which content filters run (v2). */
  filter?: ContentFilter;
  /** IANA name such as `Europe/Moscow`, for tools that need the time (v2). */
  timezone?: string;
  /** `false` stops the server from merging neighbouring messages of one role. */
  normalizeHistory?: boolean;
  /** A named set of sampling parameters (v2). */
  preset?: string;
  /** The answer's text matches this regular expression (v2). */
  regex?: string;
  /** `false` asks for JSON that follows the schema loosely. `true` by default: keep to the schema exactly. */
  strictJsonSchema?: boolean;
  /**
   * How JSON is asked for: by the API's own field (`native`, the default), or by a function the model must call
   * (`function`), for models that do not know the field; other tools cannot be called in that turn.
   */
  structuredOutput?: 'native' | 'function';
  /** Arguments the caller fixes when `toolChoice` names a function (v1). */
  partialArguments?: JsonObject;
  /** Tools that GigaChat runs itself, beside those in `tools`; the only way to them in `ai` 4. */
  builtInTools?: BuiltInToolName[];
  /** Sent as `X-Request-ID`. */
  requestId?: string;
  /** Sent as `X-Session-ID`: a stable value raises the hit rate of the server's prefix cache. */
  sessionId?: string;
  /** Sent as `X-Client-ID`. */
  clientId?: string;
  /** Milliseconds to the response headers, and again as the longest silence between two chunks. */
  timeoutMs?: number;
  /** Fields merged last into the root of the body sent, for what this package does not know yet. */
  wireExtras?: JsonObject;
};
