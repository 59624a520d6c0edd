import type { Ids } from './ids.ts';

export interface IssuedToken {
  readonly token: string;
  readonly expiresAtMs: number;
  /** Whose requests are counted together. */
  readonly account: string;
  readonly scope: string;
}

/** The access tokens given out. The oldest are forgotten past a ceiling, long after they expired in practice. */
export interface TokenRegistry {
  issue(account: string, scope: string, lifetimeMs: number): IssuedToken;
  find(token: string): IssuedToken | undefined;
}

const maxTokens = 20_000;

export function createTokenRegistry(ids: Ids, now: () => number): TokenRegistry {
  const tokens = new Map<string, IssuedToken>();
  return {
    issue(account, scope, lifetimeMs) {
      // A real token is an encrypted JWT of five parts, about 1.2 kB: too long for a narrow column.
      const token = `eyJjdHkiOiJqd3QiLCJlbmMiOiJBMjU2Q0JDLUhTNTEyIiwiYWxnIjoiUlNBLU9BRVAtMjU2In0.${ids.secret(256)}.${ids.secret(16)}.${ids.secret(528)}.${ids.secret(32)}`;
      const issued = { token, expiresAtMs: now() + lifetimeMs, account, scope };
      tokens.set(token, issued);
      if (tokens.size > maxTokens) {
        const oldest = tokens.keys().next();
        if (!oldest.done) tokens.delete(oldest.value);
      }
      return issued;
    },
    find: (token) => tokens.get(token),
  };
}
