import { GigaChatError, type GigaChatErrorOptions } from './gigachat-error.ts';

export interface ConnectionErrorOptions extends GigaChatErrorOptions {
  /** The system's own word: `ENOTFOUND`, `ECONNRESET`, `SELF_SIGNED_CERT_IN_CHAIN`. */
  readonly code?: string | undefined;
}

/** No answer came: the name did not resolve, TLS failed, the connection was refused or reset. */
export class ConnectionError extends GigaChatError {
  override readonly name = 'ConnectionError';
  override readonly kind = 'connection';
  readonly code: string | undefined;

  constructor(message: string, options: ConnectionErrorOptions = {}) {
    super(message, { isRetryable: true, ...options });
    this.code = options.code;
  }
}

export interface TimeoutErrorOptions extends GigaChatErrorOptions {
  readonly phase: 'headers' | 'idle';
  readonly timeoutMs: number;
}

/** The server took longer than `timeoutMs`: to answer (`headers`), or between two chunks of the answer (`idle`). */
export class TimeoutError extends GigaChatError {
  override readonly name = 'TimeoutError';
  override readonly kind = 'timeout';
  readonly phase: 'headers' | 'idle';
  readonly timeoutMs: number;

  constructor(message: string, options: TimeoutErrorOptions) {
    super(message, { isRetryable: true, ...options });
    this.phase = options.phase;
    this.timeoutMs = options.timeoutMs;
  }
}
