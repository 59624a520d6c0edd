import { sleep } from '../transport/sleep.ts';

export interface PollOptions {
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds before the second look. Each pause is half as long again as the one before. 2 000 by default. */
  readonly pollIntervalMs?: number | undefined;
  /** Longest pause, in milliseconds. 30 000 by default. */
  readonly maxPollIntervalMs?: number | undefined;
}

/** Looks until it is done, at growing intervals. Rejects with the signal's reason after an abort. */
export async function poll<T>(
  look: () => Promise<T>,
  isDone: (seen: T) => boolean,
  options: PollOptions = {},
): Promise<T> {
  const longestMs = options.maxPollIntervalMs ?? 30_000;
  let pauseMs = Math.min(options.pollIntervalMs ?? 2_000, longestMs);
  for (;;) {
    const seen = await look();
    if (isDone(seen)) return seen;
    await sleep(pauseMs, options.signal);
    pauseMs = Math.min(pauseMs * 1.5, longestMs);
  }
}
