import { lookup } from 'node:dns/promises';
import type { Resolution } from './check-dns.ts';
import { errorCodeOf } from './error-code-of.ts';

/** Asks the system for the addresses of a name. */
export async function probeDns(hostname: string): Promise<Resolution> {
  try {
    const found = await lookup(hostname, { all: true });
    return { addresses: found.map(({ address }) => address) };
  } catch (error) {
    return { code: errorCodeOf(error) ?? 'unknown' };
  }
}
