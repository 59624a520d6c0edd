import { isGigaChatError, type ApiError, type GigaChatError, type StreamError } from '@gigakit/core';
import { maskSecrets } from './mask-secrets.ts';
import { ProxyError, type ProxyErrorOptions } from './proxy-error.ts';

/** Whose key was refused: the caller's own, or the one the operator keeps here. */
export type KeyOwner = 'caller' | 'server';

/** What an OpenAI client is told about a failure. Anything unknown is our own fault, and its words stay here. */
export function fromGigaChatError(error: unknown, keyOwner: KeyOwner): ProxyError {
  if (error instanceof ProxyError) return error;
  if (!isGigaChatError(error)) {
    return new ProxyError('The proxy failed while it answered this request. Its log has the cause.', {
      status: 500,
      code: 'internal_error',
      cause: error,
    });
  }
  const options = toOptions(error, keyOwner);
  return new ProxyError(messageOf(error), { ...options, cause: error });
}

function messageOf(error: GigaChatError): string {
  const requestId = 'requestId' in error && typeof error.requestId === 'string' ? error.requestId : undefined;
  return `GigaChat: ${maskSecrets(error.message)}${requestId === undefined ? '' : ` [request ${requestId}]`}`;
}

function toOptions(error: GigaChatError, keyOwner: KeyOwner): ProxyErrorOptions {
  switch (error.kind) {
    case 'invalid-request':
      return invalidRequest(error as ApiError & { readonly field?: string });
    case 'authentication':
      // A client that reads 401 would ask its user for another key, which helps only when the key is the user's.
      return keyOwner === 'caller'
        ? { status: 401, type: 'authentication_error', code: 'invalid_api_key', headers: bearer }
        : { status: 502, type: 'upstream_error', code: 'upstream_auth_failed', headers: noRetry };
    case 'payment-required':
      return { status: 402, type: 'insufficient_quota', code: 'insufficient_quota' };
    case 'permission-denied':
      return { status: 403, type: 'permission_error' };
    case 'not-found':
      return {
        status: 404,
        type: 'not_found_error',
        code: /model/i.test(error.message) ? 'model_not_found' : 'not_found',
      };
    case 'payload-too-large':
      return tooLarge(error as ApiError);
    case 'rate-limit':
      return {
        status: 429,
        type: 'rate_limit_error',
        code: 'rate_limit_exceeded',
        headers: retryAfter((error as ApiError).retryAfterMs ?? 1_000),
      };
    case 'server':
    case 'api':
      return {
        status: 502,
        type: 'server_error',
        code: 'upstream_error',
        headers: retryAfter((error as ApiError).retryAfterMs),
      };
    case 'connection':
      return {
        status: 502,
        type: 'server_error',
        code: isTls(error) ? 'upstream_tls' : 'upstream_unreachable',
      };
    case 'timeout':
      return { status: 504, type: 'server_error', code: 'upstream_timeout' };
    case 'stream':
      return { status: 502, type: 'server_error', code: streamCodes[(error as StreamError).reason] };
    case 'image-refused':
      return { status: 422, code: 'image_not_generated', headers: noRetry };
  }
}

const bearer = { 'www-authenticate': 'Bearer' };
const noRetry = { 'x-should-retry': 'false' };

const streamCodes: Readonly<Record<StreamError['reason'], string>> = {
  'connection-lost': 'upstream_disconnected',
  'ended-early': 'upstream_incomplete',
  malformed: 'upstream_invalid_event',
  'server-error': 'upstream_error',
};

function invalidRequest(error: ApiError & { readonly field?: string | undefined }): ProxyErrorOptions {
  const status = error.status === 422 ? 422 : 400;
  if (status === 422 && isAboutContext(error.message)) return contextLength;
  return { status, param: error.field, code: status === 422 ? 'unprocessable' : undefined };
}

/** Agents shorten their history on this code, whatever status the server had for it. */
const contextLength: ProxyErrorOptions = { status: 400, code: 'context_length_exceeded', param: 'messages' };

function tooLarge(error: ApiError): ProxyErrorOptions {
  // Without a status it was refused before sending: a file, not the prompt.
  return error.status === undefined ? { status: 413, code: 'request_too_large' } : contextLength;
}

const isAboutContext = (message: string): boolean =>
  /context|token.{0,40}(limit|exceed|too|maximum)|(limit|exceed|too|maximum).{0,40}token|too long/i.test(
    message,
  );

const isTls = (error: GigaChatError): boolean =>
  'code' in error && /CERT|TLS|SSL|SIGNED/i.test(String(error.code));

function retryAfter(delayMs: number | undefined): Readonly<Record<string, string>> {
  if (delayMs === undefined) return {};
  return { 'retry-after': String(Math.max(1, Math.ceil(delayMs / 1_000))) };
}
