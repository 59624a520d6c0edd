import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { poll } from './poll.ts';

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

test('looks at growing intervals until it is done', async () => {
  const looks: number[] = [];
  const begun = Date.now();
  const look = async () => looks.push(Date.now() - begun);
  const done = poll(look, (count) => count === 5, { pollIntervalMs: 1_000, maxPollIntervalMs: 2_000 });
  await vi.runAllTimersAsync();
  expect(await done).toBe(5);
  expect(looks).toEqual([0, 1_000, 2_500, 4_500, 6_500]);
});

test('what is done at the first look costs no wait', async () => {
  expect(
    await poll(
      async () => 'done',
      () => true,
    ),
  ).toBe('done');
  expect(vi.getTimerCount()).toBe(0);
});

test('an abort ends the wait with its reason, and no timer stays', async () => {
  const controller = new AbortController();
  const waiting = poll(
    async () => 1,
    () => false,
    { signal: controller.signal },
  );
  const outcome = expect(waiting).rejects.toBe('enough');
  await vi.advanceTimersByTimeAsync(10_000);
  controller.abort('enough');
  await outcome;
  expect(vi.getTimerCount()).toBe(0);
});
