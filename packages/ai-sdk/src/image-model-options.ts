/** `providerOptions.gigachat` of `generateImage`. */
export type GigaChatImageModelOptions = {
  /** The artist's manner, sent as the system message: `Ты — Василий Кандинский`. */
  style?: string;
  /** Above 0: how freely the model rewrites the prompt for the painter. */
  temperature?: number;
  /** Sent as `X-Request-ID`. */
  requestId?: string;
  /** Sent as `X-Session-ID`. */
  sessionId?: string;
  /** Sent as `X-Client-ID`: a picture is visible under the client id it was drawn with. */
  clientId?: string;
  /** Milliseconds to the response headers. */
  timeoutMs?: number;
};
