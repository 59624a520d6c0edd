import type { ConcurrencyLimiter } from '@gigakit/core';

export type RunScript = (
  script: string,
  keys: readonly string[],
  values: readonly string[],
) => Promise<unknown>;

export interface RedisLimiterOptions {
  readonly run: RunScript;
  readonly accountId: string;
  readonly leaseMs: number;
  /** Limiters that hold a place now; this one enters and leaves by itself. */
  readonly active: Set<RedisLimiter>;
}

export interface RedisLimiter extends ConcurrencyLimiter {
  /** Gives back everything held, so that other replicas need not wait for the lease to run out. */
  close(): Promise<void>;
}

/*
 * Three sorted sets an account. `held`: ticket to when its lease ends. `queue`: ticket to its number in line. `alive`: waiting
 * ticket to when it counts as gone. The clock is the server's, so replicas need not agree on the time. Whoever dies stops
 * renewing, and the next to ask clears its tickets away.
 */
const acquireScript = `
local now = redis.call('TIME')
now = now[1] * 1000 + math.floor(now[2] / 1000)
local lease = tonumber(ARGV[3])
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now)
for _, gone in ipairs(redis.call('ZRANGEBYSCORE', KEYS[3], '-inf', now)) do
  redis.call('ZREM', KEYS[2], gone)
  redis.call('ZREM', KEYS[3], gone)
end
if not redis.call('ZSCORE', KEYS[2], ARGV[1]) then
  redis.call('ZADD', KEYS[2], redis.call('INCR', KEYS[4]), ARGV[1])
end
redis.call('ZADD', KEYS[3], now + lease, ARGV[1])
for _, key in ipairs(KEYS) do redis.call('PEXPIRE', key, lease * 20) end
local free = tonumber(ARGV[2]) - redis.call('ZCARD', KEYS[1])
if redis.call('ZRANK', KEYS[2], ARGV[1]) >= free then return 0 end
redis.call('ZADD', KEYS[1], now + lease, ARGV[1])
redis.call('ZREM', KEYS[2], ARGV[1])
redis.call('ZREM', KEYS[3], ARGV[1])
redis.call('PEXPIRE', KEYS[1], lease * 20)
return 1`;

const renewScript = `
local now = redis.call('TIME')
now = now[1] * 1000 + math.floor(now[2] / 1000)
for i = 2, #ARGV do redis.call('ZADD', KEYS[1], now + tonumber(ARGV[1]), ARGV[i]) end
return redis.call('PEXPIRE', KEYS[1], tonumber(ARGV[1]) * 20)`;

const leaveScript = `
for i = 1, #ARGV do
  for k = 1, 3 do redis.call('ZREM', KEYS[k], ARGV[i]) end
end
return 1`;

const shortestPauseMs = 15;
const longestPauseMs = 120;

/** Places of one account, counted over all replicas, in the order of asking. */
export function createRedisLimiter({ run, accountId, leaseMs, active }: RedisLimiterOptions): RedisLimiter {
  // The braces keep an account's keys together on one node of a cluster.
  const keys = ['held', 'queue', 'alive', 'number'].map((name) => `gigakit:places:{${accountId}}:${name}`);
  const held = new Set<string>();
  let renewal: NodeJS.Timeout | undefined;

  const leave = (tickets: readonly string[]) => run(leaveScript, keys, tickets);

  const renew = () => {
    // A failure is not ours to report: the lease lasts through several of them, and the next renewal comes soon.
    run(renewScript, keys, [String(leaseMs), ...held]).catch(() => {});
  };

  const hold = (ticket: string) => {
    held.add(ticket);
    active.add(limiter);
    renewal ??= setInterval(renew, leaseMs / 3);
  };

  const release = (ticket: string) => {
    held.delete(ticket);
    if (held.size === 0) {
      active.delete(limiter);
      clearInterval(renewal);
      renewal = undefined;
    }
    // Unreachable just now: the lease ends by itself.
    leave([ticket]).catch(() => {});
  };

  const limiter: RedisLimiter = {
    async acquire(signal, maxConcurrency) {
      const ticket = crypto.randomUUID();
      let pauseMs = shortestPauseMs;
      try {
        for (;;) {
          signal?.throwIfAborted();
          const values = [ticket, String(maxConcurrency), String(leaseMs)];
          if ((await run(acquireScript, keys, values)) === 1) break;
          await pause(pauseMs, signal);
          pauseMs = Math.min(longestPauseMs, pauseMs * 1.5);
        }
        signal?.throwIfAborted();
      } catch (error) {
        leave([ticket]).catch(() => {});
        throw error;
      }
      hold(ticket);
      return () => release(ticket);
    },
    async close() {
      clearInterval(renewal);
      renewal = undefined;
      if (held.size > 0) await leave([...held]);
      held.clear();
      active.delete(limiter);
    },
  };
  return limiter;
}

function pause(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const onAbort = () => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', onAbort);
      resolve();
    }, ms);
    signal?.addEventListener('abort', onAbort, { once: true });
  });
}
