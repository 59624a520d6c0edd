import { APICallError, InvalidArgumentError, LoadAPIKeyError } from '@ai-sdk/provider-v4';
import {
  type ApiError,
  GigaChatError,
  isApiError,
  isAuthenticationError,
  isInvalidRequestError,
  isStreamError,
} from '@gigakit/core';

/** What was being asked when it failed. */
export interface FailedCall {
  readonly url: string;
  readonly requestBody: unknown;
}

/**
 * A failure as `ai` knows it: whether to try again stands in `isRetryable`, how long to wait in the response
 * headers. The client's own error is the `cause`. Abort reasons and errors of `ai` itself pass through.
 */
export function fromGigaChatError(error: unknown, call: FailedCall): unknown {
  if (!GigaChatError.isInstance(error)) return error;
  if (isApiError(error)) return fromApiError(error, call);
  // Never under its own name: `ai` takes anything called TimeoutError for an abort and would not try again.
  return new APICallError({
    message: error.message,
    url: call.url,
    requestBodyValues: call.requestBody,
    ...(isStreamError(error) && error.status !== undefined ? { statusCode: error.status } : {}),
    isRetryable: error.isRetryable,
    data: dataOf(error),
    cause: error,
  });
}

function fromApiError(error: ApiError, call: FailedCall): Error {
  if (error.status === undefined) {
    if (isAuthenticationError(error)) return new LoadAPIKeyError({ message: error.message });
    if (isInvalidRequestError(error)) {
      return new InvalidArgumentError({
        argument: error.field ?? 'request',
        message: error.message,
        cause: error,
      });
    }
  }
  return new APICallError({
    message: error.message,
    url: call.url,
    requestBodyValues: call.requestBody,
    ...(error.status === undefined ? {} : { statusCode: error.status }),
    responseHeaders: { ...error.headers },
    ...responseBodyOf(error),
    isRetryable: error.isRetryable || error.status === 408 || error.status === 409,
    data: dataOf(error),
    cause: error,
  });
}

function responseBodyOf(error: ApiError): { readonly responseBody?: string } {
  if (error.body === undefined) return {};
  return { responseBody: typeof error.body === 'string' ? error.body : JSON.stringify(error.body) };
}

/** The facts of an error that `ai` has no field for. */
function dataOf(error: GigaChatError): Record<string, string | number> {
  const data: Record<string, string | number> = { kind: error.kind };
  if (error.hint !== undefined) data['hint'] = error.hint;
  if ('requestId' in error && typeof error.requestId === 'string') data['requestId'] = error.requestId;
  if ('code' in error && (typeof error.code === 'string' || typeof error.code === 'number')) {
    data['code'] = error.code;
  }
  return data;
}
