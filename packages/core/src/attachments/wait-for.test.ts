import { expect, test } from 'vitest';
import { waitFor } from './wait-for.ts';

test('a promise is waited for, with a signal or without', async () => {
  expect(await waitFor(Promise.resolve(1), undefined)).toBe(1);
  expect(await waitFor(Promise.resolve(1), new AbortController().signal)).toBe(1);
});

test('a signal that fires first, or has fired, gives its reason', async () => {
  const controller = new AbortController();
  const waiting = waitFor(new Promise(() => {}), controller.signal);
  controller.abort('enough');
  await expect(waiting).rejects.toBe('enough');
  await expect(waitFor(Promise.resolve(1), controller.signal)).rejects.toBe('enough');
});
