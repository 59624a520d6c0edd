import KeyvRedis from '@keyv/redis';
import { Keyv } from 'keyv';
import { afterAll, afterEach, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { GigaChat } from '../gigachat.ts';
import type { GigaChatSettings, TokenStore } from '../settings.ts';
import { refusal, scriptedFetch } from '../transport/__fixtures__/scripted-fetch.ts';
import { startRedis, type RunningRedis } from './__fixtures__/start-redis.ts';

const secret = '1a2b3c4d-0000-4000-8000-00000000000b';
const key = btoa(`id:${secret}`);

let redis: RunningRedis | undefined;
beforeAll(async () => {
  redis = await startRedis();
});
afterAll(() => redis?.stop());
afterEach(() => vi.useRealTimers());

/** A GigaChat that numbers its tokens and refuses those in `revoked`. */
function stand() {
  const revoked = new Set<string>();
  let signIns = 0;
  const script = scriptedFetch((request) => {
    if (request.path.endsWith('/oauth') || request.path.endsWith('/token')) {
      signIns += 1;
      return Response.json({ access_token: `token-${signIns}`, expires_at: Date.now() + 1_800_000 });
    }
    const bearer = request.headers.get('authorization') ?? '';
    return revoked.has(bearer) ? refusal(401, 'Token has expired') : Response.json({ data: [] });
  });
  const connect = (settings: GigaChatSettings) =>
    new GigaChat({ credentials: key, fetch: script.fetch, maxRetries: 0, ...settings });
  return {
    connect,
    revoked,
    signIns: () => signIns,
    lastBearer: () => script.seen.at(-1)?.headers.get('authorization'),
  };
}

/** A store that remembers every key and value it was given. */
function recordingStore(): TokenStore & { readonly texts: string[] } {
  const kept = new Map<string, string>();
  const texts: string[] = [];
  return {
    texts,
    get: (name) => kept.get(name),
    set: (name, value, ttlMs) => {
      texts.push(name, value, String(ttlMs));
      kept.set(name, value);
    },
    delete: (name) => kept.delete(name),
  };
}

/** Keyv over memory, Keyv over Redis where there is one, and the least a store can be. */
const openStore = {
  'Keyv over a Map': () => new Keyv(),
  'a plain Map': () => recordingStore(),
  'Keyv over Redis': (url: string) => {
    const keyv = new Keyv({ store: new KeyvRedis(url), namespace: crypto.randomUUID() });
    onTestFinished(() => keyv.disconnect());
    return keyv;
  },
} satisfies Record<string, (redisUrl: string) => TokenStore>;

const storeNames = ['Keyv over a Map', 'a plain Map', 'Keyv over Redis'] as const;

describe.each(storeNames)('%s', (name) => {
  const openShared = (skip: (note: string) => never): TokenStore => {
    if (name.includes('Redis') && redis === undefined)
      skip('redis-server is not installed here; install it to run this');
    return openStore[name](redis?.url ?? '');
  };

  test('a second process takes the token of the first', async ({ skip }) => {
    const server = stand();
    const store = openShared(skip);
    await server.connect({ tokenStore: store }).models.list();
    await server.connect({ tokenStore: store }).models.list();
    expect(server.signIns()).toBe(1);
    expect(server.lastBearer()).toBe('Bearer token-1');
  });

  test('twenty processes that wake together sign in once', async ({ skip }) => {
    const server = stand();
    const store = openShared(skip);
    const clients = Array.from({ length: 20 }, () => server.connect({ tokenStore: store }));
    await Promise.all(clients.map((giga) => giga.models.list()));
    expect(server.signIns()).toBe(1);
  });

  test('a token that the API refuses is replaced for everybody', async ({ skip }) => {
    const server = stand();
    const store = openShared(skip);
    const [first, second] = [server.connect({ tokenStore: store }), server.connect({ tokenStore: store })];
    await first.models.list();
    await second.models.list();
    server.revoked.add('Bearer token-1');
    await first.models.list();
    await second.models.list();
    expect(server.signIns()).toBe(2);
    expect(server.lastBearer()).toBe('Bearer token-2');
  });

  test('scopes, stands and secrets do not get each other\u2019s tokens', async ({ skip }) => {
    const server = stand();
    const tokenStore = openShared(skip);
    await server.connect({ tokenStore }).models.list();
    await server.connect({ tokenStore, scope: 'GIGACHAT_API_CORP' }).models.list();
    await server.connect({ tokenStore, authUrl: 'https://other.example/oauth' }).models.list();
    await server.connect({ tokenStore, credentials: btoa('id:guess') }).models.list();
    const user = { credentials: undefined, user: 'ivan', baseUrl: 'https://stand.example/v1' };
    await server.connect({ tokenStore, ...user, password: 'right' }).models.list();
    await server.connect({ tokenStore, ...user, password: 'wrong' }).models.list();
    expect(server.signIns()).toBe(6);
  });
});

test('Redis forgets a token when it ends', async ({ skip }) => {
  if (redis === undefined) return skip('redis-server is not installed here; install it to run this');
  const client = new KeyvRedis(redis.url);
  const namespace = crypto.randomUUID();
  const tokenStore = new Keyv({ store: client, namespace });
  onTestFinished(() => tokenStore.disconnect());
  await stand().connect({ tokenStore }).models.list();
  const connection = await client.getClient();
  const names = (await connection.keys('*')).filter((name) => name.includes(namespace));
  expect(names).toHaveLength(1);
  const leftMs = await connection.pTTL(names[0] ?? '');
  expect(leftMs).toBeGreaterThan(1_700_000);
  expect(leftMs).toBeLessThanOrEqual(1_800_000);
});

test('the store never sees the key, nor a password', async () => {
  const server = stand();
  const store = recordingStore();
  await server.connect({ tokenStore: store }).models.list();
  await server
    .connect({ tokenStore: store, credentials: undefined, user: 'ivan', password: 'sesame-open' })
    .models.list();
  const everything = store.texts.join('\n');
  expect(everything).toContain('token-1');
  for (const hidden of [key, secret, 'sesame-open', btoa('ivan:sesame-open')]) {
    expect(everything).not.toContain(hidden);
  }
});

test.each([
  [
    'throws at once',
    () => {
      throw new Error('down');
    },
  ],
  ['rejects', () => Promise.reject(new Error('down'))],
  ['answers nonsense', () => ({ value: 7, until: 'tomorrow' })],
  ['answers text that is not JSON', () => 'nonsense'],
])(
  'a store that %s breaks no call',
  async (_, operation) => {
    const server = stand();
    const giga = server.connect({ tokenStore: { get: operation, set: operation, delete: operation } });
    await giga.models.list();
    await giga.models.list();
    expect(server.signIns()).toBe(1);
  },
  30_000,
);

test('a store that never answers delays the first call only', async () => {
  vi.useFakeTimers();
  const silent = () => new Promise<never>(() => {});
  const server = stand();
  const giga = server.connect({ tokenStore: { get: silent, set: silent, delete: silent } });
  const call = giga.models.list();
  await vi.waitFor(async () => {
    await vi.advanceTimersByTimeAsync(1000);
    expect(server.signIns()).toBe(1);
  });
  await call;
});
