/** `providerOptions.gigachat` of `embed` and `embedMany`. */
export type GigaChatEmbeddingModelOptions = {
  /** Put before every value: the instruction that models such as `EmbeddingsGigaR` want on queries. */
  instruction?: string;
  /** `l2` scales every vector to length 1, which the server does not do; then a dot product is the cosine. */
  normalize?: 'l2';
  /** Sent as `X-Request-ID`. */
  requestId?: string;
  /** Sent as `X-Session-ID`. */
  sessionId?: string;
  /** Sent as `X-Client-ID`. */
  clientId?: string;
  /** Milliseconds to the response headers. */
  timeoutMs?: number;
};
