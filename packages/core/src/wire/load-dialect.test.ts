import { expect, test } from 'vitest';
import { loadDialect } from './load-dialect.ts';

test.each(['v1', 'v2'] as const)('%s is spoken where it is set', async (api) => {
  expect((await loadDialect(api)).generation).toBe(api);
});
