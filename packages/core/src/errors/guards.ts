import type {
  AuthenticationError,
  ApiError,
  InvalidRequestError,
  NotFoundError,
  PayloadTooLargeError,
  PaymentRequiredError,
  PermissionDeniedError,
  RateLimitError,
  ServerError,
} from './api-error.ts';
import type { ConnectionError, TimeoutError } from './connection-error.ts';
import { GigaChatError, type GigaChatErrorKind } from './gigachat-error.ts';
import type { ImageRefusedError } from './image-refused-error.ts';
import type { StreamError } from './stream-error.ts';

// The guards compare `kind`, not classes: `instanceof` fails between two installed copies of the package.

const isKind = (value: unknown, kind: GigaChatErrorKind): boolean =>
  GigaChatError.isInstance(value) && value.kind === kind;

export const isGigaChatError = (value: unknown): value is GigaChatError => GigaChatError.isInstance(value);

/** Any error that carries the evidence of an answer, or of a refusal before sending. */
export const isApiError = (value: unknown): value is ApiError =>
  GigaChatError.isInstance(value) &&
  value.kind !== 'connection' &&
  value.kind !== 'timeout' &&
  value.kind !== 'stream' &&
  value.kind !== 'image-refused';

export const isInvalidRequestError = (value: unknown): value is InvalidRequestError =>
  isKind(value, 'invalid-request');

export const isAuthenticationError = (value: unknown): value is AuthenticationError =>
  isKind(value, 'authentication');

export const isPaymentRequiredError = (value: unknown): value is PaymentRequiredError =>
  isKind(value, 'payment-required');

export const isPermissionDeniedError = (value: unknown): value is PermissionDeniedError =>
  isKind(value, 'permission-denied');

export const isNotFoundError = (value: unknown): value is NotFoundError => isKind(value, 'not-found');

export const isPayloadTooLargeError = (value: unknown): value is PayloadTooLargeError =>
  isKind(value, 'payload-too-large');

export const isRateLimitError = (value: unknown): value is RateLimitError => isKind(value, 'rate-limit');

export const isServerError = (value: unknown): value is ServerError => isKind(value, 'server');

export const isConnectionError = (value: unknown): value is ConnectionError => isKind(value, 'connection');

export const isTimeoutError = (value: unknown): value is TimeoutError => isKind(value, 'timeout');

export const isStreamError = (value: unknown): value is StreamError => isKind(value, 'stream');

export const isImageRefusedError = (value: unknown): value is ImageRefusedError =>
  isKind(value, 'image-refused');
