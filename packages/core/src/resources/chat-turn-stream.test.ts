import { readFileSync } from 'node:fs';
import { describe, expect, test, vi } from 'vitest';
import { InvalidRequestError } from '../errors/api-error.ts';
import { StreamError } from '../errors/stream-error.ts';
import { createHttpResponse } from '../transport/http-response.ts';
import type { TurnEvent } from '../turn/turn-event.ts';
import type { TurnRequest } from '../turn/turn-request.ts';
import { v1Dialect } from '../wire/v1/v1-dialect.ts';
import { createTestContext } from './__fixtures__/chat-context.ts';
import { Chat } from './chat.ts';

const recording = new Uint8Array(
  readFileSync(new URL('../wire/v1/__fixtures__/plain-text.sse', import.meta.url)),
);
const request: TurnRequest = { messages: [{ role: 'user', content: 'Считай' }] };
const encode = (text: string) => new TextEncoder().encode(text);
const chunkOf = (content: string, more: object = {}) =>
  encode(
    `data: ${JSON.stringify({ choices: [{ delta: { content }, index: 0, ...more }], created: 1, model: 'm:1' })}\n\n`,
  );
const finish = chunkOf('', { finish_reason: 'stop' });
const done = encode('data: [DONE]\n\n');

async function open(...chunks: readonly Uint8Array[]) {
  const { context, seen } = createTestContext(v1Dialect, { chunks });
  return { stream: await new Chat(context).stream(request), seen };
}

/** A server that sends what it is told, when it is told, and says how its body was left. */
async function openLive(options: { signal?: AbortSignal; stop?: readonly string[] } = {}) {
  const { context } = createTestContext(v1Dialect);
  const waiting: ((step: IteratorResult<Uint8Array>) => void)[] = [];
  const ready: IteratorResult<Uint8Array>[] = [];
  const fate = { isLeft: false, isAborted: false };
  const give = (step: IteratorResult<Uint8Array>) => {
    const resolve = waiting.shift();
    if (resolve === undefined) ready.push(step);
    else resolve(step);
  };
  const chat = new Chat({
    ...context,
    request: async (_call, { signal } = {}) => {
      signal?.addEventListener('abort', () => {
        fate.isAborted = true;
      });
      return createHttpResponse({
        status: 200,
        headers: { 'content-type': 'text/event-stream' },
        cancel: () => {},
        body: {
          [Symbol.asyncIterator]: () => ({
            next: () =>
              new Promise((resolve, reject) => {
                signal?.addEventListener('abort', () => reject(new Error('socket destroyed')));
                const step = ready.shift();
                if (step === undefined) waiting.push(resolve);
                else resolve(step);
              }),
            return: async () => {
              fate.isLeft = true;
              return { done: true, value: undefined };
            },
          }),
        },
      });
    },
  });
  const stream = await chat.stream({ ...request, ...(options.stop && { stop: options.stop }) }, options);
  return {
    stream,
    fate,
    send: (chunk: Uint8Array) => give({ done: false, value: chunk }),
    end: () => give({ done: true, value: undefined }),
  };
}

describe('ways of reading', () => {
  test('a batch holds the events of one network chunk', async () => {
    const { stream } = await open(chunkOf('Раз'), chunkOf(', два'), new Uint8Array([...finish, ...done]));
    const batches: string[][] = [];
    for await (const batch of stream.batches) batches.push(batch.map((event) => event.type));
    expect(batches).toEqual([
      ['turn-start', 'text-start', 'text-delta'],
      ['text-delta'],
      ['text-end', 'turn-end'],
    ]);
  });

  test('textStream yields the text alone', async () => {
    const { stream } = await open(recording);
    const texts: string[] = [];
    for await (const text of stream.textStream) texts.push(text);
    expect(texts).toEqual(['Раз, два', ', три.']);
  });

  test('result() reads the stream when nobody else does', async () => {
    const { stream } = await open(recording);
    expect((await stream.result()).text).toBe('Раз, два, три.');
    expect((await stream.result()).finishReason).toBe('stop');
  });

  test('result() waits for another reader to finish', async () => {
    const { stream, send } = await openLive();
    const result = stream.result.bind(stream);
    const iterator = stream[Symbol.asyncIterator]();
    send(recording);
    await iterator.next();
    const promise = result();
    for (;;) if ((await iterator.next()).done === true) break;
    expect((await promise).text).toBe('Раз, два, три.');
  });

  test('calls of next() that do not wait for one another keep their order', async () => {
    const { stream } = await open(recording);
    const iterator = stream[Symbol.asyncIterator]();
    const steps = await Promise.all(Array.from({ length: 8 }, () => iterator.next()));
    expect(steps.map(({ value }) => value?.type)).toEqual([
      'turn-start',
      'text-start',
      'text-delta',
      'text-delta',
      'text-end',
      'turn-end',
      undefined,
      undefined,
    ]);
  });

  test('a second reading by another way is refused with a sentence that says what to do', async () => {
    const { stream } = await open(recording);
    const iterator = stream[Symbol.asyncIterator]();
    await iterator.next();
    expect(() => stream.textStream[Symbol.asyncIterator]()).toThrow(InvalidRequestError);
    expect(() => stream.batches[Symbol.asyncIterator]()).toThrow(
      'This stream is already read through `events`; a stream is read once. Use `result()` for the whole turn.',
    );
  });
});

describe('leaving early', () => {
  test('leaving the loop frees the connection', async () => {
    const { stream, fate, send } = await openLive();
    send(chunkOf('Раз'));
    for await (const event of stream) if (event.type === 'text-delta') break;
    expect(fate).toEqual({ isLeft: true, isAborted: true });
    await expect(stream.result()).rejects.toMatchObject({ name: 'AbortError' });
  });

  test('cancel() ends a read that waits for a silent server', async () => {
    const { stream, fate } = await openLive();
    const reading = stream[Symbol.asyncIterator]().next();
    const reason = new Error('the tab was closed');
    await stream.cancel(reason);
    await expect(reading).rejects.toBe(reason);
    await expect(stream.result()).rejects.toBe(reason);
    expect(fate.isAborted).toBe(true);
  });

  test('an abort in the middle throws the very reason of the signal', async () => {
    const controller = new AbortController();
    const { stream, send } = await openLive({ signal: controller.signal });
    send(chunkOf('Раз'));
    const iterator = stream[Symbol.asyncIterator]();
    await iterator.next();
    await iterator.next();
    await iterator.next();
    const reading = iterator.next();
    const reason = { why: 'changed my mind' };
    controller.abort(reason);
    await expect(reading).rejects.toBe(reason);
  });

  test('a signal that outlives the stream keeps nothing of it', async () => {
    const controller = new AbortController();
    const remove = vi.spyOn(controller.signal, 'removeEventListener');
    const { stream, send, end } = await openLive({ signal: controller.signal });
    send(recording);
    end();
    await stream.result();
    expect(remove).toHaveBeenCalledOnce();
  });

  test('cancel() after the end changes nothing', async () => {
    const { stream } = await open(recording);
    await stream.result();
    await stream.cancel();
    expect((await stream.result()).text).toBe('Раз, два, три.');
  });
});

describe('the end', () => {
  test('after [DONE] the body is read to its end, so that the connection can be used again', async () => {
    const { stream, fate, send, end } = await openLive();
    send(recording);
    end();
    await stream.result();
    expect(fate).toEqual({ isLeft: false, isAborted: false });
  });

  test('a server that does not close after [DONE] holds nobody up, and loses the connection', async () => {
    vi.useFakeTimers();
    try {
      const { stream, fate, send } = await openLive();
      send(recording);
      expect((await stream.result()).text).toBe('Раз, два, три.');
      await vi.runAllTimersAsync();
      expect(fate.isLeft).toBe(true);
    } finally {
      vi.useRealTimers();
    }
  });

  test('an answer with its finish reason is whole, even when [DONE] got lost', async () => {
    const { stream } = await open(chunkOf('Раз'), finish);
    expect((await stream.result()).text).toBe('Раз');
  });

  test('a body that ends before the finish reason is an error that carries the text', async () => {
    const { stream } = await open(chunkOf('Раз'), encode('data: {"choi'));
    const events: TurnEvent[] = [];
    const reading = (async () => {
      for await (const event of stream) events.push(event);
    })();
    await expect(reading).rejects.toBeInstanceOf(StreamError);
    expect(events.map((event) => event.type)).toEqual(['turn-start', 'text-start', 'text-delta']);
    await expect(stream.result()).rejects.toMatchObject({
      reason: 'ended-early',
      text: 'Раз',
      requestId: 'request-1',
      lastFrame: '{"choi',
      isRetryable: true,
    });
  });

  test('events before a malformed frame in the same chunk are not lost with it', async () => {
    const { stream } = await open(new Uint8Array([...chunkOf('Раз'), ...encode('data: {oops}\n\n')]));
    const iterator = stream.batches[Symbol.asyncIterator]();
    const first: readonly TurnEvent[] | undefined = (await iterator.next()).value;
    expect(first?.map((event) => event.type)).toContain('text-delta');
    await expect(iterator.next()).rejects.toMatchObject({
      reason: 'malformed',
      text: 'Раз',
      lastFrame: '{oops}',
    });
  });
});

describe('an error object under status 200', () => {
  const busy = encode('data: {"status":429,"message":"Too many requests"}\n\n');

  test('in place of the first event is the ApiError it would have been', async () => {
    const { stream } = await open(busy);
    await expect(stream.result()).rejects.toMatchObject({
      kind: 'rate-limit',
      status: 429,
      requestId: 'request-1',
    });
  });

  test('later is a StreamError that names the status and carries the text', async () => {
    const { stream } = await open(chunkOf('Раз'), busy);
    await expect(stream.result()).rejects.toMatchObject({
      kind: 'stream',
      reason: 'server-error',
      status: 429,
      text: 'Раз',
      isRetryable: true,
    });
  });

  test('as a whole JSON body rejects the call itself', async () => {
    const { context } = createTestContext(v1Dialect, { json: { status: 402, message: 'Payment Required' } });
    await expect(new Chat(context).stream(request)).rejects.toMatchObject({ kind: 'payment-required' });
  });

  test('as a page of a gateway rejects the call itself', async () => {
    const { context } = createTestContext(v1Dialect, {
      chunks: [encode('<html>Bad gateway</html>')],
      contentType: 'text/html',
    });
    await expect(new Chat(context).stream(request)).rejects.toMatchObject({
      kind: 'server',
      body: '<html>Bad gateway</html>',
    });
  });
});

describe('stop texts', () => {
  test('end the answer, across deltas, and leave the request', async () => {
    const { stream, fate, send } = await openLive({ stop: ['КОНЕЦ'] });
    send(chunkOf('Раз, КО'));
    send(chunkOf('НЕЦ, два'));
    const turn = await stream.result();
    expect(turn).toMatchObject({ text: 'Раз, ', finishReason: 'stop' });
    expect(fate.isAborted).toBe(true);
  });

  test('that never come change nothing', async () => {
    const { stream, send, end } = await openLive({ stop: ['трижды'] });
    send(recording);
    end();
    expect((await stream.result()).text).toBe('Раз, два, три.');
  });
});
