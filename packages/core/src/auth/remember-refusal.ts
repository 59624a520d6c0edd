import { isAuthenticationError } from '../errors/index.ts';
import type { AccessToken } from './token-source.ts';

/** How long a refused credential is not tried again. */
const rememberedMs = 10_000;

/**
 * Keeps a refused credential from being hammered: within ten seconds the same one gets the same refusal
 * without a request. Another credential is tried at once.
 */
export function rememberRefusal(
  fetch: (credential: string, signal: AbortSignal) => Promise<AccessToken>,
): (credential: string, signal: AbortSignal) => Promise<AccessToken> {
  let refusal: { credential: string; error: unknown; atMs: number } | undefined;
  return async (credential, signal) => {
    if (refusal?.credential === credential && performance.now() - refusal.atMs < rememberedMs)
      throw refusal.error;
    refusal = undefined;
    try {
      return await fetch(credential, signal);
    } catch (error) {
      if (isAuthenticationError(error)) refusal = { credential, error, atMs: performance.now() };
      throw error;
    }
  };
}
