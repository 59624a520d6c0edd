import type { ClientEvent } from '../settings.ts';
import { waitFor } from '../transport/wait-for.ts';
import type { AccessToken, TokenSource } from './token-source.ts';

type RefreshReason = Extract<ClientEvent, { type: 'token-refresh' }>['reason'];

export interface TokenCacheOptions {
  /** Brings a token that is not the refused one. */
  readonly fetch: (refused: string | undefined, signal: AbortSignal) => Promise<AccessToken>;
  /** A token to begin with, of unknown age. */
  readonly initial?: AccessToken | undefined;
  readonly emit: (event: ClientEvent) => void;
  /** Fires when the client is closed. */
  readonly closed: AbortSignal;
}

/** How long before its end a token is renewed. */
const renewAheadMs = 60_000;

/** A fetch that all its callers have left, and that takes longer than this, is given up by the next caller. */
const patienceMs = 5_000;

interface Flight {
  readonly token: Promise<AccessToken>;
  readonly cut: AbortController;
  readonly startedAt: number;
  /** How many callers wait for it now. */
  waiting: number;
}

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
export function createTokenCache({ fetch, initial, emit, closed }: TokenCacheOptions): TokenSource {
  let held = initial;
  let inFlight: Flight | undefined;
  /** When a refusal by the API last led to a new token. */
  let renewedAtMs = -Infinity;
  /** The last token the API is known to have taken. */
  let accepted: string | undefined;

  const isForsaken = ({ waiting, startedAt }: Flight) =>
    waiting === 0 && performance.now() - startedAt > patienceMs;

  const refresh = (reason: RefreshReason, refused?: string): Flight => {
    if (inFlight !== undefined && !isForsaken(inFlight)) return inFlight;
    inFlight?.cut.abort(
      new DOMException('This sign-in took too long and nobody waits for it.', 'AbortError'),
    );
    const startedAt = performance.now();
    const cut = new AbortController();
    const onClosed = () => cut.abort(closed.reason);
    if (closed.aborted) onClosed();
    else closed.addEventListener('abort', onClosed, { once: true });
    const token = fetch(refused, cut.signal)
      .then((fetched) => {
        held = fetched;
        emit({ type: 'token-refresh', reason, durationMs: performance.now() - startedAt });
        return fetched;
      })
      .finally(() => {
        closed.removeEventListener('abort', onClosed);
        if (inFlight === flight) inFlight = undefined;
      });
    // Callers may all have left when it fails; in the background nobody waits in the first place.
    token.catch(() => {});
    const flight: Flight = { token, cut, startedAt, waiting: 0 };
    inFlight = flight;
    return flight;
  };

  const wait = async (flight: Flight, signal: AbortSignal | undefined): Promise<AccessToken> => {
    flight.waiting += 1;
    try {
      return await waitFor(flight.token, signal);
    } finally {
      flight.waiting -= 1;
    }
  };

  return {
    async get(signal) {
      const leftMs = held === undefined ? 0 : (held.expiresAtMs ?? Infinity) - Date.now();
      if (held === undefined || leftMs <= 0) {
        return (await wait(refresh('missing'), signal)).value;
      }
      // The held token still works, so a failure here waits until it no longer does.
      if (leftMs <= renewAheadMs) refresh('expiring');
      return held.value;
    },
    async renew(refused, signal) {
      // Somebody whose request was refused together with ours has renewed already.
      if (held !== undefined && held.value !== refused) return held.value;
      const isFresh = performance.now() - renewedAtMs < renewalIsFreshMs;
      if (inFlight === undefined && isFresh && accepted !== refused) return undefined;
      const token = await wait(refresh('rejected', refused), signal);
      renewedAtMs = performance.now();
      return token.value === refused ? undefined : token.value;
    },
    accepted(token) {
      accepted = token;
    },
  };
}
