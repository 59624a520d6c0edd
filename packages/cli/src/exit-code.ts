import {
  isApiError,
  isAuthenticationError,
  isConnectionError,
  isImageRefusedError,
  isInvalidRequestError,
  isStreamError,
  isTimeoutError,
} from '@gigakit/core';
import { UsageError } from './usage-error.ts';

/** What the process ends with; scripts may rely on these numbers. */
export const exitCodes = {
  ok: 0,
  refused: 1,
  usage: 2,
  signIn: 3,
  network: 4,
  bug: 70,
  interrupted: 130,
  terminated: 143,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** The exit code an error ends the process with. */
export function exitCodeOf(error: unknown): ExitCode {
  if (error instanceof UsageError) return exitCodes.usage;
  if (isAuthenticationError(error)) return exitCodes.signIn;
  if (isConnectionError(error) || isTimeoutError(error) || isStreamError(error)) return exitCodes.network;
  // Without a status the client itself found the fault, before anything was sent.
  if (isInvalidRequestError(error) && error.status === undefined) return exitCodes.usage;
  return isApiError(error) || isImageRefusedError(error) ? exitCodes.refused : exitCodes.bug;
}
