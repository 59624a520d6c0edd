import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { sharedToken } from './shared-token.ts';
import type { AccessToken } from './token-source.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const token = (value: string): AccessToken => ({ value, expiresAtMs: Date.now() + 1_800_000 });

function ask(
  kept: Map<string, string>,
  options: { refused?: string; fetch?: () => Promise<AccessToken> } = {},
) {
  const fetch = vi.fn<() => Promise<AccessToken>>(options.fetch ?? (() => Promise.resolve(token('fresh'))));
  const asked = sharedToken({
    store: {
      get: (name) => kept.get(name),
      set: (name, value: string) => kept.set(name, value),
      delete: (name) => kept.delete(name),
    },
    storeKey: 'key',
    refused: options.refused,
    fetch,
    signal: new AbortController().signal,
  });
  return { asked, fetch };
}

test('a lock left behind by a process that died is waited for, but not for ever', async () => {
  const kept = new Map([['key:lock', `${Date.now() + 5000}:somebody`]]);
  const { asked, fetch } = ask(kept);
  await vi.advanceTimersByTimeAsync(4500);
  expect(fetch).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1500);
  expect((await asked).value).toBe('fresh');
  expect(kept.has('key:lock')).toBe(false);
});

test('a lock that is renewed again and again is waited for ten seconds', async () => {
  const kept = new Map<string, string>();
  const renew = () => kept.set('key:lock', `${Date.now() + 60_000}:somebody`);
  renew();
  const { asked, fetch } = ask(kept);
  await vi.advanceTimersByTimeAsync(9000);
  expect(fetch).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(2000);
  expect((await asked).value).toBe('fresh');
  // Somebody's lock is not ours to remove.
  expect(kept.has('key:lock')).toBe(true);
});

test('whoever waits takes the token as soon as it is there', async () => {
  const kept = new Map([['key:lock', `${Date.now() + 9000}:somebody`]]);
  const { asked, fetch } = ask(kept);
  await vi.advanceTimersByTimeAsync(500);
  kept.set('key', JSON.stringify(token('theirs')));
  await vi.advanceTimersByTimeAsync(200);
  expect((await asked).value).toBe('theirs');
  expect(fetch).not.toHaveBeenCalled();
});

test('a token in its last minute, or a refused one, does not count as found', async () => {
  for (const [value, leftMs] of [
    ['old', 30_000],
    ['refused', 1_000_000],
  ] as const) {
    const kept = new Map([['key', JSON.stringify({ value, expiresAtMs: Date.now() + leftMs })]]);
    const { asked } = ask(kept, { refused: 'refused' });
    await vi.advanceTimersByTimeAsync(100);
    expect((await asked).value).toBe('fresh');
  }
});

test('a sign-in that fails frees the lock', async () => {
  const kept = new Map<string, string>();
  const refused = new Error('refused');
  const { asked } = ask(kept, { fetch: () => Promise.reject(refused) });
  const outcome = asked.catch((reason: unknown) => reason);
  await vi.advanceTimersByTimeAsync(100);
  expect(await outcome).toBe(refused);
  expect([...kept.keys()]).toEqual([]);
});

test('a token that says no end is used but not shared', async () => {
  const kept = new Map<string, string>();
  const { asked } = ask(kept, { fetch: () => Promise.resolve({ value: 'ageless', expiresAtMs: undefined }) });
  await vi.advanceTimersByTimeAsync(100);
  expect((await asked).value).toBe('ageless');
  expect([...kept.keys()]).toEqual([]);
});
