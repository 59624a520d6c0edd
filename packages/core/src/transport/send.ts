/** An HTTP request as the corridor hands it on; every transport step is `Send => Send`. */
export interface HttpRequest {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: HttpBody | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly timeoutMs?: number | undefined;
  readonly maxRetries?: number | undefined;
  /** What the call is, for events and errors: `chat.stream`, `files.upload`. No user data. */
  readonly operation: string;
  /**
   * `false` where a second arrival would make a second thing (an uploaded file, a batch): then it is sent again
   * only after failures that certainly never reached the server. `true` by default.
   */
  readonly isRepeatable?: boolean | undefined;
  /** 1 for the first try. Set by the retry step, read by events. */
  readonly attempt?: number | undefined;
}

/**
 * A body that can be sent again. `stream` opens a fresh iteration at every attempt, so that a retried
 * upload never sends half a file.
 */
export type HttpBody =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  | {
      readonly kind: 'stream';
      readonly open: () => AsyncIterable<Uint8Array>;
      readonly length: number | undefined;
    };

export interface HttpResponse {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** Single use. Leaving the loop early closes the connection. */
  readonly body: AsyncIterable<Uint8Array>;
  /** Reads the body to its end. */
  text(): Promise<string>;
  bytes(): Promise<Uint8Array>;
  /** Throws the body away and frees the connection and the concurrency slot. */
  discard(): Promise<void>;
  /** Resolves once the body has ended, broken, been left or discarded. Never rejects. */
  readonly finished: Promise<void>;
  /** How long nobody has asked for the next chunk, in milliseconds; 0 while somebody waits for it. */
  idleForMs(): number;
}

export type Send = (request: HttpRequest) => Promise<HttpResponse>;

export type SendStep = (next: Send) => Send;

/** Puts steps around an engine, the first one outermost. */
export function pipeline(steps: readonly SendStep[], engine: Send): Send {
  return steps.reduceRight<Send>((next, step) => step(next), engine);
}
