import { expect, test } from 'vitest';
import { inParallel } from './in-parallel.ts';

test('every item is worked on, no more at once than allowed', async () => {
  let running = 0;
  let most = 0;
  const seen: number[] = [];
  await inParallel([1, 2, 3, 4, 5], 2, async (item) => {
    running += 1;
    most = Math.max(most, running);
    await new Promise((resolve) => setImmediate(resolve));
    seen.push(item);
    running -= 1;
  });
  expect(new Set(seen)).toEqual(new Set([1, 2, 3, 4, 5]));
  expect(most).toBe(2);
});

test('the first failure stops the others through their signal and is what comes out', async () => {
  const stopped: unknown[] = [];
  const work = (item: number, signal: AbortSignal) =>
    new Promise<void>((_, reject) => {
      if (item === 2) reject(new Error('two'));
      signal.addEventListener('abort', () => {
        stopped.push(item);
        reject(signal.reason);
      });
    });
  await expect(inParallel([1, 2, 3], 3, work)).rejects.toThrow('two');
  expect(stopped).toContain(1);
  expect(stopped).toContain(3);
});

test('items are taken only as there is room for them', async () => {
  let taken = 0;
  const items = (function* () {
    for (; taken < 10; taken += 1) yield taken;
  })();
  await expect(
    inParallel(items, 1, async (item) => {
      if (item === 3) throw new Error('three');
    }),
  ).rejects.toThrow('three');
  expect(taken).toBe(3);
});

test('no items is no work, and a limit below one is one', async () => {
  await inParallel([], 0, async () => expect.unreachable());
  let count = 0;
  await inParallel([1], 0, async () => {
    count += 1;
  });
  expect(count).toBe(1);
});

test('an abort that the work does not notice is noticed at the end', async () => {
  const controller = new AbortController();
  const work = async () => controller.abort('enough');
  await expect(inParallel([1, 2], 1, work, controller.signal)).rejects.toBe('enough');
});
