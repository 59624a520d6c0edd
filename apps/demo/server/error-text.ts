import { isGigaChatError } from '@gigakit/core';

/** What a person on the page is told: our errors are written for people and carry no secrets; others stay inside. */
export function errorText(error: unknown): string {
  for (let cause = error, depth = 0; cause instanceof Error && depth < 5; cause = cause.cause, depth += 1) {
    if (isGigaChatError(cause)) return cause.message;
  }
  return error instanceof Error ? error.message : 'The answer failed for an unknown reason.';
}
