import type { ConcurrencyLimiter, TokenStore } from '@gigakit/core';

/** What several replicas of the proxy have in common. */
export interface SharedState {
  readonly tokenStore: TokenStore;
  /** Places of one account, counted over all replicas. */
  limiter(accountId: string): ConcurrencyLimiter;
  /** Whether the state can be reached now; `/ready` asks. */
  isReady(): boolean;
  close(): Promise<void>;
}
