import { isGigaChatError, type GigaChatErrorKind } from '@gigakit/core';

/** An error as the page is told it: `kind` picks the words of the page's language, `message` is shown under them. */
export interface ToldError {
  readonly kind: GigaChatErrorKind | 'other';
  readonly message: string;
}

/** Our own errors are written for people and carry no secrets; of the others only the message goes out. */
export function tellError(error: unknown): ToldError {
  for (let cause = error, depth = 0; cause instanceof Error && depth < 5; cause = cause.cause, depth += 1) {
    if (isGigaChatError(cause)) return { kind: cause.kind, message: cause.message };
  }
  const message = error instanceof Error ? error.message : 'The answer failed for an unknown reason.';
  return { kind: 'other', message };
}

/** The same as text: a stream of answers has room for a string only. */
export function errorText(error: unknown): string {
  return JSON.stringify(tellError(error));
}
