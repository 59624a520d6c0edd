import { expect, test } from 'vitest';
import { selectDialect } from './select-dialect.ts';

test.each(['v1', 'v2'] as const)('%s is spoken where it is set', (api) => {
  expect(selectDialect(api).generation).toBe(api);
});
