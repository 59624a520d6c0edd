import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Answer } from '../answer.ts';
import type { Fault } from '../reply.ts';
import { applyFaults } from './apply-faults.ts';

const never = new AbortController().signal;

async function* inPieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function read(
  body: Answer['body'],
): Promise<{ chunks: Uint8Array[]; bytes: number[]; error: unknown }> {
  const chunks: Uint8Array[] = [];
  let error: unknown;
  try {
    if (body instanceof Uint8Array) chunks.push(body);
    else for await (const chunk of body) chunks.push(chunk);
  } catch (thrown) {
    error = thrown;
  }
  return { chunks, bytes: Array.from(Buffer.concat(chunks)), error };
}

const bodies = fc.uint8Array({ minLength: 1, maxLength: 200 });
const sizes = fc.integer({ min: 1, max: 64 });

function faulty(bytes: Uint8Array, size: number, fault: Fault): Promise<Answer> {
  return applyFaults({ status: 200, headers: {}, body: inPieces(bytes, size) }, [fault], never);
}

test('a cut lets through exactly its bytes, however they are chunked, then breaks', async () => {
  await fc.assert(
    fc.asyncProperty(bodies, sizes, fc.nat(250), async (bytes, size, afterBytes) => {
      const answer = await faulty(bytes, size, { type: 'cut', afterBytes });
      const { bytes: seen, error } = await read(answer.body);
      expect(seen).toEqual([...bytes.subarray(0, afterBytes)]);
      expect(error).toBeInstanceOf(TypeError);
    }),
  );
});

test('an early end lets through exactly its bytes and ends', async () => {
  await fc.assert(
    fc.asyncProperty(bodies, sizes, fc.nat(250), async (bytes, size, afterBytes) => {
      const answer = await faulty(bytes, size, { type: 'end-early', afterBytes });
      expect(await read(answer.body)).toMatchObject({
        bytes: [...bytes.subarray(0, afterBytes)],
        error: undefined,
      });
    }),
  );
});

test('slow chunks have the size asked for, but the last', async () => {
  await fc.assert(
    fc.asyncProperty(bodies, sizes, sizes, async (bytes, size, chunkBytes) => {
      const answer = await faulty(bytes, size, { type: 'slow', chunkBytes });
      const { chunks, bytes: seen } = await read(answer.body);
      expect(seen).toEqual([...bytes]);
      for (const chunk of chunks.slice(0, -1)) expect(chunk).toHaveLength(chunkBytes);
      expect(chunks.at(-1)?.length).toBeLessThanOrEqual(chunkBytes);
    }),
  );
});

test('a hang ends when the client leaves, with its reason', async () => {
  const departure = new AbortController();
  const reason = new Error('ушёл');
  const answer = applyFaults(
    { status: 200, headers: {}, body: new Uint8Array() },
    [{ type: 'hang' }],
    departure.signal,
  );

  departure.abort(reason);

  await expect(answer).rejects.toBe(reason);
});

test('faults add up: slow bytes that are then cut', async () => {
  const body = new TextEncoder().encode('0123456789');
  const answer = await applyFaults(
    { status: 200, headers: {}, body },
    [
      { type: 'slow', chunkBytes: 3 },
      { type: 'cut', afterBytes: 7 },
    ],
    never,
  );
  const { chunks, error } = await read(answer.body);

  expect(chunks.map((chunk) => new TextDecoder().decode(chunk))).toEqual(['012', '345', '6']);
  expect(error).toBeInstanceOf(TypeError);
});
