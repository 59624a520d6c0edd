import { expect, test, vi } from 'vitest';
import { isTimeoutError } from '../errors/index.ts';
import { GigaChat } from '../gigachat.ts';
import type { ClientEvent, GigaChatSettings } from '../settings.ts';
import { refusal, scriptedFetch } from './__fixtures__/scripted-fetch.ts';

const counted = () => Response.json([{ tokens: 1, characters: 1 }]);

/** A GigaChat that holds every answer until it is let go, and counts how many it holds at most. */
function holding(settings: GigaChatSettings = {}) {
  const held: { body: string; answer: (response: Response) => void }[] = [];
  const orders: string[] = [];
  let inFlight = 0;
  let peak = 0;
  const script = scriptedFetch(async (request) => {
    if (request.method === 'GET') return Response.json({ data: [] });
    inFlight += 1;
    peak = Math.max(peak, inFlight);
    orders.push(request.body);
    const response = await new Promise<Response>((resolve, reject) => {
      held.push({ body: request.body, answer: resolve });
      request.signal.addEventListener('abort', () => reject(request.signal.reason));
    });
    inFlight -= 1;
    return response;
  });
  const events: ClientEvent[] = [];
  const giga = new GigaChat({
    accessToken: 'token',
    fetch: script.fetch,
    maxRetries: 0,
    onEvent: (event) => events.push(event),
    ...settings,
  });
  const nextHeld = async () => {
    await vi.waitFor(() => expect(held.length).toBeGreaterThan(0));
    const next = held.shift();
    if (next === undefined) throw new Error('nothing is held');
    return next;
  };
  return { giga, events, orders, nextHeld, peak: () => peak, held };
}

const count = (giga: GigaChat, text: string, signal?: AbortSignal) =>
  giga.tokens.count({ input: text }, { signal });

/** A stream that is open until it is told to end. */
function openStream() {
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined;
  let isCancelled = false;
  const body = new ReadableStream<Uint8Array>({
    start: (given) => {
      controller = given;
    },
    cancel: () => {
      isCancelled = true;
    },
  });
  const encode = (text: string) => new TextEncoder().encode(text);
  return {
    response: new Response(body, { headers: { 'content-type': 'text/event-stream' } }),
    say: (text: string) =>
      controller?.enqueue(
        encode(
          `data: ${JSON.stringify({ choices: [{ delta: { content: text }, index: 0 }], model: 'GigaChat-2' })}\n\n`,
        ),
      ),
    finish: () => {
      controller?.enqueue(
        encode(
          `data: ${JSON.stringify({ choices: [{ delta: { content: '' }, index: 0, finish_reason: 'stop' }], model: 'GigaChat-2' })}\n\ndata: [DONE]\n\n`,
        ),
      );
      controller?.close();
    },
    isCancelled: () => isCancelled,
  };
}

const messages = [{ role: 'user', content: 'Привет' }] as const;

test('an individual has one place: the second call waits for the first, and does not meet a 429', async () => {
  const { giga, nextHeld, peak, events } = holding();
  const calls = [count(giga, 'a'), count(giga, 'b'), count(giga, 'c')];
  for (let answered = 0; answered < 3; answered += 1) (await nextHeld()).answer(counted());
  await Promise.all(calls);
  expect(peak()).toBe(1);
  expect(events.filter(({ type }) => type === 'queue')).toMatchObject([
    { waiting: 1 },
    { waiting: 2 },
    { waiting: 1, waitedMs: expect.any(Number) },
    { waiting: 0, waitedMs: expect.any(Number) },
  ]);
});

test('companies have ten places', async () => {
  const { giga, held, peak } = holding({ scope: 'GIGACHAT_API_B2B' });
  const calls = Array.from({ length: 15 }, (_, index) => count(giga, String(index)));
  await vi.waitFor(() => expect(held).toHaveLength(10));
  while (held.length > 0) {
    for (const { answer } of held.splice(0)) answer(counted());
    await new Promise((resolve) => setImmediate(resolve));
  }
  await Promise.all(calls);
  expect(peak()).toBe(10);
});

test('places are given in the order of asking', async () => {
  const { giga, nextHeld, orders } = holding();
  const texts = ['a', 'b', 'c', 'd', 'e'];
  const calls = texts.map((text) => count(giga, text));
  for (let answered = 0; answered < texts.length; answered += 1) (await nextHeld()).answer(counted());
  await Promise.all(calls);
  expect(orders.map((body) => JSON.parse(body).input[0])).toEqual(texts);
});

test('who leaves the queue gets their own reason, and the others move up', async () => {
  const { giga, nextHeld, orders } = holding();
  const leaving = new AbortController();
  const first = count(giga, 'a');
  const second = count(giga, 'b', leaving.signal);
  const third = count(giga, 'c');
  await vi.waitFor(() => expect(orders).toHaveLength(1));
  const reason = new Error('leaving');
  leaving.abort(reason);
  await expect(second).rejects.toBe(reason);
  (await nextHeld()).answer(counted());
  (await nextHeld()).answer(counted());
  await Promise.all([first, third]);
  expect(orders).toHaveLength(2);
});

test('a stream holds its place until it has ended', async () => {
  const { giga, nextHeld, orders } = holding();
  const open = openStream();
  const streaming = giga.chat.stream({ messages });
  (await nextHeld()).answer(open.response);
  const stream = await streaming;
  const waiting = count(giga, 'b');
  open.say('При');
  open.finish();
  expect(orders).toHaveLength(1);
  expect((await stream.result()).text).toBe('При');
  (await nextHeld()).answer(counted());
  await waiting;
});

test.each(['left early', 'cancelled', 'aborted'] as const)(
  'a stream that is %s frees its place and its connection',
  async (how) => {
    const { giga, nextHeld } = holding();
    const open = openStream();
    const abort = new AbortController();
    const streaming = giga.chat.stream({ messages }, { signal: abort.signal });
    (await nextHeld()).answer(open.response);
    const stream = await streaming;
    open.say('При');
    const reason = new Error('enough');
    let thrown: unknown = reason;
    if (how === 'left early') {
      for await (const event of stream) if (event.type === 'text-delta') break;
    } else if (how === 'cancelled') {
      await stream.cancel();
    } else {
      const read = stream.result().catch((error: unknown) => error);
      abort.abort(reason);
      thrown = await read;
    }
    expect(thrown).toBe(reason);
    const waiting = count(giga, 'b');
    (await nextHeld()).answer(counted());
    await waiting;
    await vi.waitFor(() => expect(open.isCancelled()).toBe(true));
  },
);

test('a failed call frees its place', async () => {
  const { giga, nextHeld } = holding();
  const failing = count(giga, 'a');
  const waiting = count(giga, 'b');
  (await nextHeld()).answer(refusal(500, 'oops'));
  await expect(failing).rejects.toThrow(/oops/);
  (await nextHeld()).answer(counted());
  await waiting;
});

test('while one call waits to be sent again, another takes the place', async () => {
  vi.useFakeTimers();
  try {
    const { giga, nextHeld, orders } = holding({ retry: { maxRetries: 1, delayMs: () => 5000 } });
    const failing = count(giga, 'a');
    const other = count(giga, 'b');
    (await nextHeld()).answer(refusal(503, 'busy'));
    (await nextHeld()).answer(counted());
    await other;
    await vi.advanceTimersByTimeAsync(5000);
    (await nextHeld()).answer(counted());
    await failing;
    expect(orders.map((body) => JSON.parse(body).input[0])).toEqual(['a', 'b', 'a']);
  } finally {
    vi.useRealTimers();
  }
});

test('lists and files take no place, so the reader of a stream may fetch what it names', async () => {
  const { giga, nextHeld } = holding();
  const open = openStream();
  const streaming = giga.chat.stream({ messages });
  (await nextHeld()).answer(open.response);
  const stream = await streaming;
  open.say('При');
  for await (const event of stream) {
    if (event.type !== 'text-delta') continue;
    await expect(giga.models.list()).resolves.toEqual([]);
    open.finish();
  }
});

test('a call made while reading a stream, with one place, fails with words and does not hang', async () => {
  const { giga, nextHeld } = holding();
  const open = openStream();
  const streaming = giga.chat.stream({ messages });
  (await nextHeld()).answer(open.response);
  const stream = await streaming;
  open.say('При');
  for await (const event of stream) {
    if (event.type !== 'text-delta') continue;
    const error: unknown = await giga.tokens
      .count({ input: 'inside' }, { timeoutMs: 40 })
      .catch((reason: unknown) => reason);
    if (!isTimeoutError(error)) throw new Error(`a TimeoutError was expected, not ${String(error)}`);
    expect(error.phase).toBe('queue');
    expect(error.hint).toContain('cancel()');
    open.finish();
  }
});

test('a limiter of the caller hands out the places, and gets each back when its answer is over', async () => {
  const limits: number[] = [];
  let released = 0;
  const limiter = {
    acquire: async (_signal: AbortSignal | undefined, maxConcurrency: number) => {
      limits.push(maxConcurrency);
      return () => {
        released += 1;
      };
    },
  };
  const { giga, nextHeld } = holding({ limiter, maxConcurrency: 3 });
  const first = count(giga, 'a');
  (await nextHeld()).answer(counted());
  await first;
  await vi.waitFor(() => expect(released).toBe(1));
  const second = count(giga, 'b');
  (await nextHeld()).answer(refusal(500, 'no'));
  await expect(second).rejects.toThrow('500');
  await vi.waitFor(() => expect(released).toBe(2));
  expect(limits).toEqual([3, 3]);
});

test('what a limiter refuses with is what the call rejects with, and nothing is sent', async () => {
  const error = new Error('no place');
  const { giga, orders } = holding({ limiter: { acquire: () => Promise.reject(error) } });
  await expect(count(giga, 'a')).rejects.toBe(error);
  expect(orders).toEqual([]);
});
