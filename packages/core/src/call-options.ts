/** What may differ from call to call. */
export interface CallOptions {
  /** Cancels at any phase; its reason is what the call rejects with. */
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds to the response headers, and again as the longest silence between two chunks. */
  readonly timeoutMs?: number | undefined;
  /** Attempts after the first. */
  readonly maxRetries?: number | undefined;
  /** Added to the request; they win over the client's own. */
  readonly headers?: Readonly<Record<string, string | undefined>> | undefined;
  /** Sent as `X-Request-ID`; the server makes one otherwise. */
  readonly requestId?: string | undefined;
  /** Sent as `X-Session-ID`: a stable value raises the hit rate of the server's prefix cache. */
  readonly sessionId?: string | undefined;
  /** Sent as `X-Client-ID`. Files made under a client id are visible under the same one only. */
  readonly clientId?: string | undefined;
  /** Also yields every server message as a `raw` event, before what was made of it. */
  readonly includeRaw?: boolean | undefined;
}
