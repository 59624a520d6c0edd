import type { Dialect } from './dialect.ts';
import { v1Dialect } from './v1/v1-dialect.ts';
import { v2Dialect } from './v2/v2-dialect.ts';

/** The generation a setting names; it is never guessed from a request. */
export function selectDialect(api: 'v1' | 'v2'): Dialect {
  return api === 'v1' ? v1Dialect : v2Dialect;
}
