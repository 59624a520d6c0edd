import { expect, test } from 'vitest';
import type { OpenEntry } from './journal.ts';
import { createJournal, maskFields, maskHeaders } from './journal.ts';

const entry = (path: string): OpenEntry => ({
  method: 'GET',
  path,
  endpoint: path,
  query: {},
  headers: {},
  body: undefined,
  at: 0,
  status: undefined,
  isAborted: false,
});

test('secrets in headers and fields are replaced, schemes kept', () => {
  const headers = new Headers({ Authorization: 'Bearer abc', Cookie: 'a=b', 'X-Request-ID': 'r1' });

  expect(maskHeaders(headers)).toEqual({ authorization: 'Bearer ***', cookie: '***', 'x-request-id': 'r1' });
  expect(maskFields(new URLSearchParams({ scope: 's', password: 'p', Access_Token: 't' }))).toEqual({
    scope: 's',
    password: '***',
    Access_Token: '***',
  });
});

test('the oldest entries go when there are too many or their bodies are too long', () => {
  const journal = createJournal();
  for (let index = 0; index < 10_001; index += 1) journal.add(entry(String(index)));
  expect(journal.entries).toHaveLength(10_000);
  expect(journal.entries[0]?.path).toBe('1');

  const heavy = [entry('a'), entry('b'), entry('c')];
  for (const one of heavy) {
    journal.add(one);
    journal.weigh(one, 30 * 1024 * 1024);
  }

  expect(journal.entries.map(({ path }) => path)).toEqual(['b', 'c']);
});
