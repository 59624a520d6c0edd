/** One server-sent event before framing: v2 names its events, v1 does not. */
export interface StreamEvent {
  readonly name?: string;
  /** JSON, or `[DONE]`. */
  readonly data: string;
}
