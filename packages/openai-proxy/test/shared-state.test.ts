import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { startEmulator, type EmulatorOptions, type RunningEmulator } from '@gigakit/emulator';
import { createRedisState, startOpenAiProxy } from '@gigakit/openai-proxy';
import OpenAI from 'openai';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { hasRedis, startRedis, type RunningRedis } from './start-redis.ts';

const model = 'GigaChat-2';
const messages = [{ role: 'user' as const, content: 'Привет' }];
const replicaFile = fileURLToPath(new URL('replica.ts', import.meta.url));

describe.runIf(hasRedis())('replicas that share one Redis', () => {
  let redis: RunningRedis;
  const children: ChildProcess[] = [];
  const open: { close(): Promise<unknown> }[] = [];

  beforeAll(async () => {
    redis = await startRedis();
  });
  afterEach(async () => {
    for (const child of children.splice(0)) child.kill('SIGKILL');
    for (const server of open.splice(0).toReversed()) await server.close();
  });
  afterAll(() => redis.close());

  async function startAccount(options: EmulatorOptions): Promise<RunningEmulator> {
    const emulator = await startEmulator({ port: 0, ...options });
    open.push(emulator);
    return emulator;
  }

  /** A replica as a process, in front of that account. */
  async function startReplica(emulator: RunningEmulator, maxConcurrency: number) {
    const { PATH, HOME } = process.env;
    const child = spawn(process.execPath, ['--conditions=@gigakit/source', replicaFile], {
      env: {
        PATH,
        HOME,
        ...emulator.env,
        REDIS_URL: redis.url,
        LEASE_MS: '6000',
        GIGACHAT_MAX_CONCURRENCY: String(maxConcurrency),
        GIGACHAT_MAX_RETRIES: '0',
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    children.push(child);
    let text = '';
    for await (const part of child.stdout.setEncoding('utf8')) {
      text += String(part);
      if (text.includes('\n')) break;
    }
    const openai = new OpenAI({ apiKey: 'unused', baseURL: text.trim(), maxRetries: 0, timeout: 60_000 });
    return { child, openai };
  }

  const refused = (emulator: RunningEmulator) => emulator.journal.filter(({ status }) => status === 429);

  test(
    'fifty requests at two replicas keep to an account of two, and none is lost',
    { timeout: 90_000 },
    async () => {
      const emulator = await startAccount({ maxConcurrency: 2 });
      const replicas = await Promise.all([startReplica(emulator, 2), startReplica(emulator, 2)]);
      const answers = await Promise.all(
        Array.from({ length: 50 }, async (_, index) => {
          const replica = replicas[index % 2];
          if (replica === undefined) throw new Error('no replica');
          if (index % 3 > 0)
            return (await replica.openai.chat.completions.create({ model, messages })).choices[0]
              ?.finish_reason;
          const stream = replica.openai.chat.completions.stream({ model, messages });
          return (await stream.finalChatCompletion()).choices[0]?.finish_reason;
        }),
      );
      expect(answers).toEqual(Array.from({ length: 50 }, () => 'stop'));
      expect(refused(emulator)).toEqual([]);
      // The token is shared as well: the second replica found the first one's.
      expect(emulator.journal.filter(({ endpoint }) => endpoint === 'oauth').length).toBeLessThanOrEqual(2);
    },
  );

  test(
    'the places of a replica that was killed are free again after its lease',
    { timeout: 90_000 },
    async () => {
      const emulator = await startAccount({ maxConcurrency: 2 });
      const [dying, living] = await Promise.all([startReplica(emulator, 2), startReplica(emulator, 2)]);
      const endless = {
        type: 'answer',
        text: Array.from({ length: 20 }, () => 'слово '),
        faults: [{ type: 'hang', afterBytes: 700 }],
      } as const;
      emulator.enqueue(endless, endless);
      const streams = await Promise.all(
        [1, 2].map(() => dying.openai.chat.completions.create({ model, messages, stream: true })),
      );
      await Promise.all(streams.map((stream) => stream[Symbol.asyncIterator]().next()));
      const waiting = living.openai.chat.completions.create({ model, messages });
      const isAnswered = vi.fn();
      void waiting.then(isAnswered, () => {});
      // Longer than the lease: a replica that lives renews its own.
      await expect(
        vi.waitFor(() => expect(isAnswered).toHaveBeenCalled(), { timeout: 7_000, interval: 100 }),
      ).rejects.toThrow('to be called');
      dying.child.kill('SIGKILL');
      await once(dying.child, 'exit');
      expect((await waiting).choices[0]?.finish_reason).toBe('stop');
      expect(refused(emulator)).toEqual([]);
    },
  );

  test('a caller who leaves the line makes room for the next', async () => {
    const state = await createRedisState({ url: redis.url });
    open.push(state);
    const places = state.limiter('line');
    const release = await places.acquire(undefined, 1);
    const controller = new AbortController();
    const left = places.acquire(controller.signal, 1);
    controller.abort(new Error('left'));
    await expect(left).rejects.toThrow('left');
    const next = places.acquire(undefined, 1);
    release();
    (await next)();
  });

  test('places are handed out in the order of asking', async () => {
    const state = await createRedisState({ url: redis.url });
    open.push(state);
    const places = state.limiter('order');
    const order: number[] = [];
    let release = await places.acquire(undefined, 1);
    const waiting: Promise<void>[] = [];
    for (let index = 0; index < 5; index += 1) {
      waiting.push(
        places.acquire(undefined, 1).then((done) => {
          order.push(index);
          release = done;
          done();
        }),
      );
    }
    release();
    await Promise.all(waiting);
    expect(order).toEqual([0, 1, 2, 3, 4]);
  });

  test('no credential is in Redis', async () => {
    const emulator = await startAccount({});
    const state = await createRedisState({ url: redis.url });
    const running = await startOpenAiProxy({
      port: 0,
      sharedState: state,
      gigachat: { credentials: emulator.credentials, baseUrl: emulator.baseUrl, authUrl: emulator.authUrl },
    });
    open.push(running);
    const openai = new OpenAI({ apiKey: 'unused', baseURL: running.baseUrl, maxRetries: 0 });
    await openai.models.list();
    const { createClient } = await import('@redis/client');
    const client = createClient({ url: redis.url });
    await client.connect();
    const keys = await client.keys('*');
    expect(keys.length).toBeGreaterThan(0);
    expect(keys.join(' ')).not.toContain(emulator.credentials);
    await client.close();
  });

  test('a Redis that went away is a 503, not a free pass', { timeout: 30_000 }, async () => {
    const own = await startRedis();
    const emulator = await startAccount({});
    const running = await startOpenAiProxy({
      port: 0,
      redisUrl: own.url,
      gigachat: { credentials: emulator.credentials, baseUrl: emulator.baseUrl, authUrl: emulator.authUrl },
    });
    open.push(running);
    const openai = new OpenAI({ apiKey: 'unused', baseURL: running.baseUrl, maxRetries: 0 });
    await openai.chat.completions.create({ model, messages });
    await own.close();
    await expect(openai.chat.completions.create({ model, messages })).rejects.toMatchObject({
      status: 503,
      code: 'shared_state_unavailable',
    });
    await vi.waitFor(async () => expect((await fetch(`${running.url}/ready`)).status).toBe(503));
    expect((await fetch(`${running.url}/health`)).status).toBe(200);
  });

  test('a Redis that is not there at the start is named', async () => {
    await expect(createRedisState({ url: 'redis://user:secret@127.0.0.1:1' })).rejects.toThrow('127.0.0.1:1');
  });
});
