import { isGigaChatError } from '@gigakit/core';
import { UsageError } from './usage-error.ts';

export interface ErrorDescription {
  /** One sentence. */
  readonly message: string;
  /** What to do about it, where we know. */
  readonly hint: string | undefined;
  /** The server's name of the request, to quote to its support. */
  readonly requestId: string | undefined;
}

/** What to tell a person about an error. */
export function describeError(error: unknown): ErrorDescription {
  if (error instanceof UsageError) {
    return { message: error.message, hint: error.hint, requestId: undefined };
  }
  if (!isGigaChatError(error)) {
    const message = error instanceof Error ? error.message : String(error);
    return { message, hint: undefined, requestId: undefined };
  }
  const { hint } = error;
  const message = hint === undefined ? error.message : error.message.replace(` (${hint})`, '');
  const requestId = 'requestId' in error && typeof error.requestId === 'string' ? error.requestId : undefined;
  return { message, hint, requestId };
}
