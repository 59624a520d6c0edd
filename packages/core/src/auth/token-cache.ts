import type { ClientEvent } from '../settings.ts';
import { waitFor } from '../transport/wait-for.ts';
import type { AccessToken, TokenSource } from './token-source.ts';

type RefreshReason = Extract<ClientEvent, { type: 'token-refresh' }>['reason'];

export interface TokenCacheOptions {
  /** Brings a token that is not the refused one. */
  readonly fetch: (refused: string | undefined) => Promise<AccessToken>;
  /** A token to begin with, of unknown age. */
  readonly initial?: AccessToken | undefined;
  readonly emit: (event: ClientEvent) => void;
}

/** How long before its end a token is renewed. */
const renewAheadMs = 60_000;

/** A renewed token that was never accepted and is refused this soon will not be cured by another one. */
const renewalIsFreshMs = 10_000;

/**
 * Holds the current token.
 *
 * | held token          | a caller gets            | a fetch runs                |
 * | ------------------- | ------------------------ | --------------------------- |
 * | none, or expired    | the new one, after it    | one, shared by all callers  |
 * | ends within 60 s    | the held one, at once    | one, in the background      |
 * | fresh, or ageless   | the held one, at once    | none                        |
 * | refused by the API  | the new one, after it    | one, shared by all callers  |
 * | new, refused at once  | nothing: the 401 stands  | none                        |
 */
export function createTokenCache({ fetch, initial, emit }: TokenCacheOptions): TokenSource {
  let held = initial;
  let inFlight: Promise<AccessToken> | undefined;
  /** When a refusal by the API last led to a new token. */
  let renewedAtMs = -Infinity;
  /** The last token the API is known to have taken. */
  let accepted: string | undefined;

  const refresh = (reason: RefreshReason, refused?: string): Promise<AccessToken> => {
    if (inFlight !== undefined) return inFlight;
    const startedAt = performance.now();
    inFlight = fetch(refused)
      .then((token) => {
        held = token;
        emit({ type: 'token-refresh', reason, durationMs: performance.now() - startedAt });
        return token;
      })
      .finally(() => {
        inFlight = undefined;
      });
    return inFlight;
  };

  return {
    async get(signal) {
      const leftMs = held === undefined ? 0 : (held.expiresAtMs ?? Infinity) - Date.now();
      if (held === undefined || leftMs <= 0) {
        return (await waitFor(refresh('missing'), signal)).value;
      }
      // The held token still works, so a failure here waits until it no longer does.
      if (leftMs <= renewAheadMs) refresh('expiring').catch(() => {});
      return held.value;
    },
    async renew(refused, signal) {
      // Somebody whose request was refused together with ours has renewed already.
      if (held !== undefined && held.value !== refused) return held.value;
      const isFresh = Date.now() - renewedAtMs < renewalIsFreshMs;
      if (inFlight === undefined && isFresh && accepted !== refused) return undefined;
      const token = await waitFor(refresh('rejected', refused), signal);
      renewedAtMs = Date.now();
      return token.value === refused ? undefined : token.value;
    },
    accepted(token) {
      accepted = token;
    },
  };
}
