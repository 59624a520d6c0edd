import type { JsonObject } from './json.ts';

/** Tokens the turn cost. A number is `undefined` where the server reported none. */
export interface Usage {
  /** Everything the model read, cached tokens included (v1 reports them apart; they are added here). */
  readonly inputTokens: number | undefined;
  /** The part of `inputTokens` that came from the server's prefix cache. */
  readonly cachedInputTokens: number | undefined;
  readonly outputTokens: number | undefined;
  /** `inputTokens + outputTokens`. The billed total of v1, which leaves cached tokens out, is in `raw`. */
  readonly totalTokens: number | undefined;
  /** The server's own object, untouched. */
  readonly raw: JsonObject | undefined;
}
