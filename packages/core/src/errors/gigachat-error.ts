/** Which error this is; one value per class, so that a `switch` can be exhaustive. */
export type GigaChatErrorKind =
  | 'invalid-request'
  | 'authentication'
  | 'payment-required'
  | 'permission-denied'
  | 'not-found'
  | 'payload-too-large'
  | 'rate-limit'
  | 'server'
  | 'api'
  | 'connection'
  | 'timeout'
  | 'stream'
  | 'image-refused';

export interface GigaChatErrorOptions {
  readonly cause?: unknown;
  readonly hint?: string | undefined;
  readonly isRetryable?: boolean | undefined;
}

const marker = Symbol.for('gigakit.error');

/**
 * The base of every error this library makes. An abort is not among them: the signal's own reason passes through.
 * Recognised by a registered symbol, so that two installed copies of the package know each other's errors.
 */
export abstract class GigaChatError extends Error {
  abstract readonly kind: GigaChatErrorKind;
  /** Whether the same call may work when made again. */
  readonly isRetryable: boolean;
  /** What to do about it, where we know. */
  readonly hint: string | undefined;

  constructor(message: string, options: GigaChatErrorOptions = {}) {
    super(
      options.hint === undefined ? message : `${message} (${options.hint})`,
      options.cause === undefined ? undefined : { cause: options.cause },
    );
    this.isRetryable = options.isRetryable ?? false;
    this.hint = options.hint;
    Object.defineProperty(this, marker, { value: true });
  }

  static isInstance(value: unknown): value is GigaChatError {
    return typeof value === 'object' && value !== null && marker in value;
  }
}
