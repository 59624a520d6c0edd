import type { ConcurrencyLimiter } from '@gigakit/core';
import { ProxyError } from './proxy-error.ts';

export interface BoundedLimiterOptions {
  /** Requests that may wait; the next one is refused at once. */
  readonly maxQueue: number;
  readonly maxWaitMs: number;
  /** Asked for a place when there is one here, so that other replicas are counted too. */
  readonly shared?: ConcurrencyLimiter | undefined;
  /** Hears how many wait, whenever that changes. */
  readonly onQueue?: ((change: 1 | -1) => void) | undefined;
}

/** Places in the order of asking, with a bounded queue and a bounded wait: callers get a 429 that says so, not silence. */
export function createBoundedLimiter(options: BoundedLimiterOptions): ConcurrencyLimiter {
  const { maxQueue, maxWaitMs, shared, onQueue } = options;
  const waiters = new Set<() => void>();
  let held = 0;

  const giveBack = () => {
    held -= 1;
    const [first] = waiters;
    first?.();
  };

  const takeHere = (signal: AbortSignal, maxConcurrency: number): Promise<void> => {
    if (held < maxConcurrency && waiters.size === 0) {
      held += 1;
      return Promise.resolve();
    }
    if (waiters.size >= maxQueue) {
      return Promise.reject(refusal(`${waiters.size} requests of this account wait already`));
    }
    return new Promise((resolve, reject) => {
      const leave = () => {
        waiters.delete(resume);
        signal.removeEventListener('abort', onAbort);
        onQueue?.(-1);
      };
      const onAbort = () => {
        leave();
        reject(signal.reason);
      };
      const resume = () => {
        held += 1;
        leave();
        resolve();
      };
      waiters.add(resume);
      onQueue?.(1);
      signal.addEventListener('abort', onAbort, { once: true });
    });
  };

  return {
    async acquire(callerSignal, maxConcurrency) {
      callerSignal?.throwIfAborted();
      const deadline = new AbortController();
      const timer = setTimeout(() => {
        deadline.abort(refusal(`no place became free within ${maxWaitMs} ms`));
      }, maxWaitMs);
      const signal =
        callerSignal === undefined ? deadline.signal : AbortSignal.any([callerSignal, deadline.signal]);
      try {
        await takeHere(signal, maxConcurrency);
        if (shared === undefined) return giveBack;
        try {
          const giveBackShared = await shared.acquire(signal, maxConcurrency);
          return () => {
            giveBackShared();
            giveBack();
          };
        } catch (error) {
          giveBack();
          throw error;
        }
      } finally {
        clearTimeout(timer);
      }
    },
  };
}

const refusal = (why: string) =>
  new ProxyError(
    `Too many requests at once: ${why}. GigaChat limits how many one account may have in flight.`,
    {
      status: 429,
      type: 'rate_limit_error',
      code: 'concurrency_limit',
      headers: { 'retry-after': '2' },
    },
  );
