import type { Dialect } from './dialect.ts';

/** The generation a setting names; it is never guessed from a request, and the other one is not loaded. */
export async function loadDialect(api: 'v1' | 'v2'): Promise<Dialect> {
  return api === 'v1'
    ? (await import('./v1/v1-dialect.ts')).v1Dialect
    : (await import('./v2/v2-dialect.ts')).v2Dialect;
}
