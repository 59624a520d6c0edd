import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { readBytes } from './__fixtures__/read-all.ts';
import { peek } from './peek.ts';

test('what was looked at is given again, whole and in order', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.uint8Array({ maxLength: 9 })), fc.nat(20), async (chunks, length) => {
      const source = (async function* () {
        yield* chunks;
      })();
      const { head, body } = await peek(source, length);
      const whole = new Uint8Array(Buffer.concat(chunks));
      expect(head).toEqual(whole.slice(0, head.length));
      expect(head.length).toBeGreaterThanOrEqual(Math.min(length, whole.length));
      expect(await readBytes(body)).toEqual(whole);
    }),
  );
});

test('leaving before the first read closes the source', async () => {
  let isClosed = false;
  const source = (async function* () {
    try {
      yield new Uint8Array(4);
      yield new Uint8Array(4);
    } finally {
      isClosed = true;
    }
  })();
  const { body } = await peek(source, 1);
  await body[Symbol.asyncIterator]().return?.();
  expect(isClosed).toBe(true);
});
