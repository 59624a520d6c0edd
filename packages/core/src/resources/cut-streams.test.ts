import { readFileSync, readdirSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { array, assert, asyncProperty, boolean, integer } from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { isStreamError } from '../errors/guards.ts';
import type { TurnEvent } from '../turn/turn-event.ts';
import type { Dialect } from '../wire/dialect.ts';
import { v1Dialect } from '../wire/v1/v1-dialect.ts';
import { v2Dialect } from '../wire/v2/v2-dialect.ts';
import { createTestContext } from './__fixtures__/chat-context.ts';
import { Chat } from './chat.ts';

const recordings = [v1Dialect, v2Dialect].flatMap((dialect) => {
  const folder = new URL(`../wire/${dialect.generation}/__fixtures__/`, import.meta.url);
  return readdirSync(folder)
    .filter((name) => name.endsWith('.sse'))
    .map((name): [string, Dialect, Uint8Array] => [
      `${dialect.generation} ${name}`,
      dialect,
      new Uint8Array(readFileSync(new URL(name, folder))),
    ]);
});

interface Outcome {
  readonly events: readonly TurnEvent[];
  readonly error: unknown;
}

async function read(dialect: Dialect, chunks: readonly Uint8Array[], breakWith?: unknown): Promise<Outcome> {
  const { context } = createTestContext(dialect, { chunks, breakWith });
  const events: TurnEvent[] = [];
  try {
    for await (const event of await new Chat(context).stream({
      messages: [{ role: 'user', content: 'x' }],
    })) {
      // Call ids are new in every answer.
      events.push(event.type === 'tool-call' ? { ...event, id: 'call' } : event);
    }
    return { events, error: undefined };
  } catch (error) {
    return { events, error };
  }
}

const split = (bytes: Uint8Array, size: number): Uint8Array[] =>
  Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) =>
    bytes.subarray(index * size, (index + 1) * size),
  );

const textOf = (events: readonly TurnEvent[]): string =>
  events.map((event) => (event.type === 'text-delta' ? event.text : '')).join('');

/** All of the events; or the first of them and an error that says so and carries their text. */
function isHonest({ events, error }: Outcome, whole: Outcome): boolean {
  if (error === undefined) return isDeepStrictEqual(events, whole.events);
  return (
    isStreamError(error) &&
    error.reason === 'ended-early' &&
    error.requestId === 'request-1' &&
    error.text === textOf(events) &&
    isDeepStrictEqual(events, whole.events.slice(0, events.length))
  );
}

describe.each(recordings)('%s', (_name, dialect, bytes) => {
  let whole: Outcome;

  beforeAll(async () => {
    whole = await read(dialect, [bytes]);
  });

  test('is understood', () => {
    expect(whole.error).toBeUndefined();
    expect(whole.events.at(-1)?.type).toBe('turn-end');
    expect(whole.events.some((event) => event.type === 'unknown')).toBe(false);
  });

  test('in chunks of one byte gives the same events', async () => {
    expect(await read(dialect, split(bytes, 1))).toEqual(whole);
  });

  test('with CRLF line ends gives the same events', async () => {
    const crlf = new TextEncoder().encode(new TextDecoder().decode(bytes).replaceAll('\n', '\r\n'));
    expect(await read(dialect, [crlf])).toEqual(whole);
    expect(await read(dialect, split(crlf, 1))).toEqual(whole);
  });

  test('cut short at any byte gives the same events or an error, never silence', async () => {
    const unlike: unknown[] = [];
    for (let at = 0; at < bytes.length; at += 1) {
      const outcome = await read(dialect, [bytes.subarray(0, at)]);
      if (!isHonest(outcome, whole)) unlike.push({ at, ...outcome });
    }
    expect(unlike).toEqual([]);
  });

  test('on a connection that breaks gives what had arrived and the reason', async () => {
    const cause = new Error('ECONNRESET');
    const { events, error } = await read(dialect, [bytes.subarray(0, bytes.length >> 1)], cause);
    expect(error).toMatchObject({ kind: 'stream', reason: 'connection-lost', cause, text: textOf(events) });
  });

  test('in any chunks whatever gives the same events', async () => {
    await assert(
      asyncProperty(
        array(integer({ min: 1, max: 90 }), { minLength: 1 }),
        boolean(),
        async (sizes, isCrlf) => {
          const text = new TextDecoder().decode(bytes);
          const sent = new TextEncoder().encode(isCrlf ? text.replaceAll('\n', '\r\n') : text);
          const chunks: Uint8Array[] = [];
          for (let at = 0, index = 0; at < sent.length; index += 1) {
            const size = sizes[index % sizes.length] ?? 1;
            chunks.push(sent.subarray(at, at + size));
            at += size;
          }
          expect(await read(dialect, chunks)).toEqual(whole);
        },
      ),
      { numRuns: 25 },
    );
  });
});
