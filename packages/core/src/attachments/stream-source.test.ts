import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { StreamSource } from './stream-source.ts';

const megabyte = 1024 * 1024;

async function* give(chunks: readonly Uint8Array[]) {
  yield* chunks;
}

async function read(source: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of source) chunks.push(chunk);
  return Buffer.concat(chunks);
}

test('a short stream can be looked at and read again and again', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.uint8Array({ maxLength: 9 })), fc.nat(30), async (chunks, length) => {
      const source = new StreamSource(give(chunks), 'data');
      const whole = Buffer.concat(chunks);
      expect(Buffer.from(await source.head(length))).toEqual(whole.subarray(0, length));
      expect(await read(source.open())).toEqual(whole);
      expect(await read(source.open())).toEqual(whole);
    }),
  );
});

test('a long stream is let go of as it is read, and cannot be sent twice', async () => {
  const source = new StreamSource(give(Array.from({ length: 6 }, () => new Uint8Array(megabyte))), 'data');
  await source.head(10);
  expect((await read(source.open())).byteLength).toBe(6 * megabyte);
  await expect(read(source.open())).rejects.toMatchObject({
    kind: 'invalid-request',
    isRetryable: false,
    message: expect.stringContaining('Pass bytes or a Blob'),
  });
});

test('an attempt that was given up early is no hindrance to the next', async () => {
  const source = new StreamSource(give([new Uint8Array([1]), new Uint8Array([2])]), 'data');
  for await (const chunk of source.open()) {
    expect(chunk).toEqual(new Uint8Array([1]));
    break;
  }
  expect(await read(source.open())).toEqual(Buffer.from([1, 2]));
});

test('two attempts that wait for the same chunk both get it, in order', async () => {
  const { promise, resolve } = Promise.withResolvers<void>();
  const slow = async function* () {
    await promise;
    yield new Uint8Array([1]);
    yield new Uint8Array([2]);
  };
  const source = new StreamSource(slow(), 'data');
  const both = Promise.all([read(source.open()), read(source.open())]);
  resolve();
  expect(await both).toEqual([Buffer.from([1, 2]), Buffer.from([1, 2])]);
});

test('closing ends the stream it reads from, once', async () => {
  let closed = 0;
  const watched = async function* () {
    try {
      yield new Uint8Array([1]);
      yield new Uint8Array([2]);
    } finally {
      closed += 1;
    }
  };
  const source = new StreamSource(watched(), 'data');
  await source.head(1);
  await source.close();
  await source.close();
  expect(await read(source.open())).toEqual(Buffer.of());
  expect(closed).toBe(1);
});

test('a stream that has been read to its end needs no closing', async () => {
  const source = new StreamSource(give([]), 'data');
  expect(await source.head(4)).toEqual(new Uint8Array());
  await source.close();
});
