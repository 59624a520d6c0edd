import type { Secret } from '../settings.ts';
import { bearerValue } from './bearer-value.ts';
import { secretValue } from './secret-value.ts';
import type { TokenSource } from './token-source.ts';
import { waitFor } from '../transport/wait-for.ts';

/**
 * A token that the caller takes care of. A plain one is never renewed. A function is asked for every request,
 * and once more after a 401; caching is its own business, since only it knows how long its token lives.
 */
export function createGivenTokenSource(accessToken: Secret): TokenSource {
  const read = async () => bearerValue(await secretValue(accessToken, 'accessToken'));
  return {
    // A token that is there is waited for by nobody, and every request asks.
    get: (signal) => (typeof accessToken === 'string' ? read() : waitFor(read(), signal)),
    renew: async (refused, signal) => {
      if (typeof accessToken === 'string') return undefined;
      const token = await waitFor(read(), signal);
      return token === refused ? undefined : token;
    },
    accepted: () => {},
  };
}
