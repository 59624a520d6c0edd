import { assert, integer, nat, property } from 'fast-check';
import { expect, test } from 'vitest';
import { retryDelay } from './retry-delay.ts';

const policy = { initialDelayMs: 1000, maxDelayMs: 30_000 };

test.each([
  [1, 1000],
  [2, 2000],
  [3, 4000],
  [6, 30_000],
  [60, 30_000],
])('before attempt %i + 1 the wait is at most %i ms, and evenly spread below that', (attempt, ceiling) => {
  expect(retryDelay(attempt, undefined, policy, () => 0)).toBe(0);
  expect(retryDelay(attempt, undefined, policy, () => 0.5)).toBe(ceiling / 2);
  expect(retryDelay(attempt, undefined, policy, () => 1)).toBe(ceiling);
});

test('what the server asks for goes before the schedule', () => {
  expect(retryDelay(1, 7000, policy)).toBe(7000);
  expect(retryDelay(5, 0, policy)).toBe(0);
});

test('a longer wait than the policy allows is left to the caller', () => {
  expect(retryDelay(1, 30_001, policy)).toBeUndefined();
});

test('no schedule ever waits longer than its limit', () => {
  assert(
    property(
      integer({ min: 1, max: 100 }),
      nat(100_000),
      nat(100_000),
      (attempt, initialDelayMs, maxDelayMs) => {
        const delay = retryDelay(attempt, undefined, { initialDelayMs, maxDelayMs }) ?? NaN;
        expect(delay).toBeGreaterThanOrEqual(0);
        expect(delay).toBeLessThanOrEqual(maxDelayMs);
      },
    ),
  );
});
