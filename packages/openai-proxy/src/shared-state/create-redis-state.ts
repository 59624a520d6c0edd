import { createClient } from '@redis/client';
import { ProxyError } from '../proxy-error.ts';
import { createRedisLimiter, type RedisLimiter, type RunScript } from './redis-limiter.ts';
import type { SharedState } from './shared-state.ts';

export interface RedisStateOptions {
  /** `redis://` or `rediss://`, with user and password where needed. Redis 6.2 or Valkey 7 and newer. */
  readonly url: string;
  /** Milliseconds after which the places of a replica that died are free again. 15 000 by default. */
  readonly leaseMs?: number | undefined;
}

const prefix = 'gigakit:';

/** Tokens and places in Redis or Valkey. @throws Error when it cannot be reached at the start. */
export async function createRedisState(options: RedisStateOptions): Promise<SharedState> {
  const leaseMs = options.leaseMs ?? 15_000;
  const client = createClient({
    url: options.url,
    // A request that waits for Redis to come back would hold its caller for nothing: it fails at once, with 503.
    disableOfflineQueue: true,
    socket: { connectTimeout: 5_000, reconnectStrategy: (retries) => Math.min(50 * 2 ** retries, 2_000) },
  });
  // Without a listener a lost connection would end the process; `isReady` tells of it.
  client.on('error', () => {});
  await connect(client, options.url);

  const run: RunScript = async (script, keys, values) => {
    try {
      return await client.eval(script, { keys: [...keys], arguments: [...values] });
    } catch (cause) {
      throw unavailable(cause);
    }
  };
  const active = new Set<RedisLimiter>();

  return {
    tokenStore: {
      get: async (key) => (await client.get(prefix + key)) ?? undefined,
      set: (key, value, ttlMs) =>
        ttlMs === undefined
          ? client.set(prefix + key, value)
          : client.set(prefix + key, value, {
              expiration: { type: 'PX', value: Math.max(1, Math.round(ttlMs)) },
            }),
      delete: (key) => client.del(prefix + key),
    },
    limiter: (accountId) => createRedisLimiter({ run, accountId, leaseMs, active }),
    isReady: () => client.isReady,
    async close() {
      await Promise.allSettled([...active].map((limiter) => limiter.close()));
      if (client.isReady) await client.close();
      else client.destroy();
    },
  };
}

interface Connection {
  connect(): Promise<unknown>;
  destroy(): void;
}

async function connect(client: Connection, url: string): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('no answer within 10 seconds')), 10_000);
  });
  try {
    await Promise.race([client.connect(), tooLate]);
  } catch (cause) {
    client.destroy();
    const host = URL.parse(url)?.host ?? 'its address';
    throw new Error(`Redis at ${host} cannot be reached; check REDIS_URL.`, { cause });
  } finally {
    clearTimeout(timer);
  }
}

const unavailable = (cause: unknown) =>
  new ProxyError('The state shared with other replicas cannot be reached; try again in a moment.', {
    status: 503,
    code: 'shared_state_unavailable',
    headers: { 'retry-after': '2' },
    cause,
  });
