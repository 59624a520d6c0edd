import { GigaChatError, type GigaChatErrorKind, type GigaChatErrorOptions } from './gigachat-error.ts';

/** What the server said when it refused. Every field is empty when the request never left. */
export interface ApiErrorEvidence {
  /** HTTP status; `undefined` when the client refused before sending. */
  readonly status?: number | undefined;
  /** The number in an OAuth refusal: 1, 4, 5, 6 or 7. */
  readonly code?: number | undefined;
  readonly requestId?: string | undefined;
  /** Response headers, names in lower case. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** Parsed JSON, or the text when it is none. Cut to 4 000 characters. */
  readonly body?: unknown;
  /** From `Retry-After`, in milliseconds. */
  readonly retryAfterMs?: number | undefined;
}

export interface ApiErrorOptions extends GigaChatErrorOptions, ApiErrorEvidence {}

/** The server said no. */
export class ApiError extends GigaChatError {
  override readonly name: string = 'ApiError';
  override readonly kind: GigaChatErrorKind = 'api';
  readonly status: number | undefined;
  readonly code: number | undefined;
  readonly requestId: string | undefined;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
  readonly retryAfterMs: number | undefined;

  constructor(message: string, options: ApiErrorOptions = {}) {
    super(message, options);
    this.status = options.status;
    this.code = options.code;
    this.requestId = options.requestId;
    this.headers = options.headers ?? {};
    this.body = options.body;
    this.retryAfterMs = options.retryAfterMs;
  }
}

export interface InvalidRequestErrorOptions extends ApiErrorOptions {
  readonly field?: string | undefined;
}

/** The request cannot be right: found before sending (`field` says where), or by the server (400, 422). */
export class InvalidRequestError extends ApiError {
  override readonly name = 'InvalidRequestError';
  override readonly kind = 'invalid-request';
  /** Path in the request or name of the setting, when the client found the fault. */
  readonly field: string | undefined;

  constructor(message: string, options: InvalidRequestErrorOptions = {}) {
    super(message, options);
    this.field = options.field;
  }
}

/** 401, a refused OAuth request, or no credentials at all. */
export class AuthenticationError extends ApiError {
  override readonly name = 'AuthenticationError';
  override readonly kind = 'authentication';
}

/** 402: the token package of that model is used up. */
export class PaymentRequiredError extends ApiError {
  override readonly name = 'PaymentRequiredError';
  override readonly kind = 'payment-required';
}

/** 403: the method is not in the tariff, or a gateway closed the door. */
export class PermissionDeniedError extends ApiError {
  override readonly name = 'PermissionDeniedError';
  override readonly kind = 'permission-denied';
}

/** 404: no such model, file, function or path. */
export class NotFoundError extends ApiError {
  override readonly name = 'NotFoundError';
  override readonly kind = 'not-found';
}

/** 413: the prompt or the file is too large. */
export class PayloadTooLargeError extends ApiError {
  override readonly name = 'PayloadTooLargeError';
  override readonly kind = 'payload-too-large';
}

/** 429: on GigaChat this means too many requests at once, not too many per minute. */
export class RateLimitError extends ApiError {
  override readonly name = 'RateLimitError';
  override readonly kind = 'rate-limit';
}

/** 5xx: the server or a gateway before it failed. */
export class ServerError extends ApiError {
  override readonly name = 'ServerError';
  override readonly kind = 'server';
}
