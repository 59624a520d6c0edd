import type { JsonObject } from './json.ts';
import type { TurnEvent } from './turn-event.ts';
import type { TurnResult } from './turn-result.ts';

/**
 * A turn in flight. Read it once, in one of three ways: event by event (`for await`), text only
 * (`textStream`) or whole batches (`batches`); or leave it to `result()`. Leaving a loop early cancels the
 * request. A stream that ends before its terminator throws `StreamError`.
 */
export interface TurnStream extends AsyncIterable<TurnEvent> {
  /** The JSON body that was sent. */
  readonly request: JsonObject;
  /** Response headers, names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly requestId: string | undefined;
  /** The events as they arrived together in one network chunk; the cheapest way to read. */
  readonly batches: AsyncIterable<readonly TurnEvent[]>;
  readonly textStream: AsyncIterable<string>;
  /**
   * The whole turn. Reads the rest of the stream when nobody else does; after a full read it is there at once.
   * @throws StreamError when the stream broke; AbortError or the signal's reason when it was cancelled.
   */
  result(): Promise<TurnResult>;
  /** Stops the request and frees its concurrency slot. Safe to call at any time. */
  cancel(reason?: unknown): Promise<void>;
}
