import type { TokenStore } from '../settings.ts';
import { sleep } from '../transport/sleep.ts';
import { readStoredToken, type StoredToken } from './stored-token.ts';
import type { AccessToken } from './token-source.ts';
import { tolerantStore } from './tolerant-store.ts';

export interface SharedTokenOptions {
  readonly store: TokenStore;
  /** Where the token lives. Tells nothing about the credential. */
  readonly storeKey: string;
  /** The token the API has just refused, when that is why another one is wanted. */
  readonly refused: string | undefined;
  readonly fetch: () => Promise<AccessToken>;
  readonly signal: AbortSignal;
}

/** A shared token that ends sooner than this is renewed by whoever notices first. */
const renewAheadMs = 60_000;

/** How long whoever fetches may take before others stop waiting for it. It may have died. */
const lockMs = 10_000;

/** Between two looks at the store while another process fetches. */
const pollMs = 100;

/** Time for a rival's claim to become visible before ours is believed. */
const settleMs = 30;

/**
 * A token that several processes share. The store has no atomic operation, so the lock is a claim: write a name,
 * wait a moment, and whoever finds its own name there fetches, while the others watch for the token. Two may win
 * now and then; that costs one more token and nothing else. A store that fails is as good as an empty one.
 */
export async function sharedToken(options: SharedTokenOptions): Promise<AccessToken> {
  const { storeKey, refused, fetch, signal } = options;
  const store = tolerantStore(options.store);
  const lockKey = `${storeKey}:lock`;

  const find = async (): Promise<StoredToken | undefined> => {
    const found = readStoredToken(await store.get(storeKey));
    return found !== undefined && found.value !== refused && found.expiresAtMs - Date.now() > renewAheadMs
      ? found
      : undefined;
  };

  const found = await find();
  if (found !== undefined) return found;

  const startedAt = performance.now();
  // The end is part of the claim, since a store may know no time to live.
  const claim = `${Date.now() + lockMs}:${crypto.randomUUID()}`;
  while (store.isAlive && performance.now() - startedAt < lockMs) {
    if (hasEnded(await store.get(lockKey))) {
      await store.set(lockKey, claim, lockMs);
      await sleep(settleMs, signal);
      const seen = await store.get(lockKey);
      // Ours, or already gone, or nothing that could be a claim: then nobody is worth waiting for.
      if (seen === claim || hasEnded(seen)) break;
    }
    await sleep(pollMs * (0.5 + Math.random()), signal);
    const arrived = await find();
    if (arrived !== undefined) return arrived;
  }

  // The winner before us may have stored a token between our first look and our claim.
  const late = await find();
  if (late !== undefined) {
    await release();
    return late;
  }
  try {
    const token = await fetch();
    const leftMs = token.expiresAtMs === undefined ? 0 : token.expiresAtMs - Date.now();
    if (leftMs > 0) await store.set(storeKey, JSON.stringify(token), leftMs);
    return token;
  } finally {
    await release();
  }

  /** Only our own claim; after a long fetch the lock may be somebody else's. */
  async function release(): Promise<void> {
    if ((await store.get(lockKey)) === claim) await store.delete(lockKey);
  }
}

const hasEnded = (claim: unknown): boolean =>
  typeof claim !== 'string' || !(Number.parseInt(claim, 10) > Date.now());
