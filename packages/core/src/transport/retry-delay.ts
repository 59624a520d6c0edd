export interface RetryDelayPolicy {
  readonly initialDelayMs: number;
  readonly maxDelayMs: number;
}

/**
 * Milliseconds to wait before attempt `attempt + 1`: what the server asked for, else exponential with full jitter.
 * Undefined when the server asks for longer than `maxDelayMs`: then waiting is the caller's decision.
 */
export function retryDelay(
  attempt: number,
  retryAfterMs: number | undefined,
  policy: RetryDelayPolicy,
  random: () => number = Math.random,
): number | undefined {
  if (retryAfterMs !== undefined) return retryAfterMs <= policy.maxDelayMs ? retryAfterMs : undefined;
  const ceiling = Math.min(policy.maxDelayMs, policy.initialDelayMs * 2 ** (attempt - 1));
  return Math.round(random() * ceiling);
}
