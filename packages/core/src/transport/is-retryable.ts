import { ConnectionError, isApiError } from '../errors/index.ts';

/** Codes of connections that never carried a byte of the request. */
const neverSent: ReadonlySet<string> = new Set([
  'ENOTFOUND',
  'EAI_AGAIN',
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

const statuses: ReadonlySet<number> = new Set([429, 500, 502, 503, 504]);

/** Statuses with which the server says that it did nothing. */
const refusals: ReadonlySet<number> = new Set([429, 503]);

/**
 * What is sent again by default. A header timeout is not: the server may still be at work, and three silent
 * waits in a row serve nobody.
 */
export function isRetryable(error: unknown, isRepeatable: boolean): boolean {
  if (error instanceof ConnectionError) {
    return error.isRetryable && (isRepeatable || (error.code !== undefined && neverSent.has(error.code)));
  }
  if (!isApiError(error) || error.status === undefined) return false;
  return (isRepeatable ? statuses : refusals).has(error.status);
}
