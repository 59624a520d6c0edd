export {
  ApiError,
  AuthenticationError,
  InvalidRequestError,
  NotFoundError,
  PayloadTooLargeError,
  PaymentRequiredError,
  PermissionDeniedError,
  RateLimitError,
  ServerError,
  type ApiErrorEvidence,
  type ApiErrorOptions,
  type InvalidRequestErrorOptions,
} from './api-error.ts';
export {
  ConnectionError,
  TimeoutError,
  type ConnectionErrorOptions,
  type TimeoutErrorOptions,
  type TimeoutPhase,
} from './connection-error.ts';
export { GigaChatError, type GigaChatErrorKind, type GigaChatErrorOptions } from './gigachat-error.ts';
export * from './guards.ts';
export { ImageRefusedError, type ImageRefusedErrorOptions } from './image-refused-error.ts';
export { StreamError, type StreamErrorOptions } from './stream-error.ts';
