import { expect, test } from 'vitest';
import { retryAfterMs } from './retry-after-ms.ts';

const now = Date.parse('Sat, 21 Nov 2026 10:00:00 GMT');

test.each([
  ['7', 7000],
  ['0', 0],
  [' 1.5 ', 1500],
  ['Sat, 21 Nov 2026 10:00:30 GMT', 30_000],
  ['Sat, 21 Nov 2026 09:00:00 GMT', 0],
  [undefined, undefined],
  ['', undefined],
  ['soon', undefined],
  ['-5', undefined],
])('Retry-After: %s', (value, expected) => {
  expect(retryAfterMs(value, now)).toBe(expected);
});
