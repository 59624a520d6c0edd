import { apiErrorHint } from './api-error-hint.ts';
import {
  ApiError,
  AuthenticationError,
  InvalidRequestError,
  NotFoundError,
  PayloadTooLargeError,
  PaymentRequiredError,
  PermissionDeniedError,
  RateLimitError,
  ServerError,
  type ApiErrorOptions,
} from './api-error.ts';
import { maskSecrets } from './mask-secrets.ts';
import { readErrorBody } from './read-error-body.ts';
import { retryAfterMs } from './retry-after-ms.ts';

export interface RefusedAnswer {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly bodyText: string;
  readonly url: string;
  readonly operation: string;
}

/** The error that stands for an answer which is not 2xx. */
export function apiErrorOf(answer: RefusedAnswer): ApiError {
  const { status, operation, url } = answer;
  const { message, code, body } = readErrorBody(answer.bodyText);
  const location = answer.headers['location'];
  return createError(status, `${operation}: ${status}${message === undefined ? '' : ` ${message}`}`, {
    status,
    code,
    body,
    headers: shareableHeaders(answer.headers),
    requestId: answer.headers['x-request-id'],
    retryAfterMs: retryAfterMs(answer.headers['retry-after']),
    hint: apiErrorHint({ status, message, url, operation, location }),
  });
}

function createError(status: number, message: string, options: ApiErrorOptions): ApiError {
  switch (status) {
    case 400:
    case 422:
      return new InvalidRequestError(message, options);
    case 401:
      return new AuthenticationError(message, options);
    case 402:
      return new PaymentRequiredError(message, options);
    case 403:
      return new PermissionDeniedError(message, options);
    case 404:
      return new NotFoundError(message, options);
    case 413:
      return new PayloadTooLargeError(message, options);
    case 429:
      return new RateLimitError(message, { ...options, isRetryable: true });
    default:
      return status >= 500
        ? new ServerError(message, { ...options, isRetryable: true })
        : new ApiError(message, options);
  }
}

/** A session cookie is a secret of its own, and gateways echo requests in headers too. */
function shareableHeaders({
  'set-cookie': _,
  ...headers
}: RefusedAnswer['headers']): RefusedAnswer['headers'] {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, maskSecrets(value)]));
}
