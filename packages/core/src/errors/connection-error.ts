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

/** `queue`: no place became free; `headers`: no answer began; `idle`: the answer fell silent. */
export type TimeoutPhase = 'queue' | 'headers' | 'idle';

export interface TimeoutErrorOptions extends GigaChatErrorOptions {
  readonly phase: TimeoutPhase;
  readonly timeoutMs: number;
}

/** Something took longer than `timeoutMs`; `phase` says what. */
export class TimeoutError extends GigaChatError {
  override readonly name = 'TimeoutError';
  override readonly kind = 'timeout';
  readonly phase: TimeoutPhase;
  readonly timeoutMs: number;

  constructor(message: string, options: TimeoutErrorOptions) {
    super(message, { isRetryable: true, ...options });
    this.phase = options.phase;
    this.timeoutMs = options.timeoutMs;
  }
}
