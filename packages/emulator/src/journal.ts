import type { JournalEntry } from './emulator-options.ts';

/** A journal entry while its request is being answered. */
export type OpenEntry = { -readonly [Key in keyof JournalEntry]: JournalEntry[Key] };

export interface Journal {
  readonly entries: readonly JournalEntry[];
  add(entry: OpenEntry): void;
  /** Tells how long the entry's body was on the wire. */
  weigh(entry: OpenEntry, bytes: number): void;
}

const maxEntries = 10_000;
const maxBodyBytes = 64 * 1024 * 1024;
const secretHeaders = new Set(['authorization', 'proxy-authorization', 'cookie', 'x-api-key']);
const secretFields = new Set(['password', 'access_token', 'client_secret', 'token']);

/** Keeps the latest requests, as many as a ceiling on their number and on the length of their bodies allows. */
export function createJournal(): Journal {
  const entries: OpenEntry[] = [];
  const weights = new Map<OpenEntry, number>();
  let total = 0;
  const dropOldest = (): void => {
    const oldest = entries.shift();
    if (oldest === undefined) return;
    total -= weights.get(oldest) ?? 0;
    weights.delete(oldest);
  };
  return {
    entries,
    add(entry) {
      entries.push(entry);
      if (entries.length > maxEntries) dropOldest();
    },
    weigh(entry, bytes) {
      weights.set(entry, bytes);
      total += bytes;
      while (total > maxBodyBytes && entries.length > 1) dropOldest();
    },
  };
}

/** Names in lower case; what would let somebody in is replaced, its scheme kept. */
export function maskHeaders(headers: Headers): Record<string, string> {
  const shown: Record<string, string> = {};
  for (const [name, value] of headers) {
    const scheme = /^(Basic|Bearer)\s/i.exec(value)?.[1];
    shown[name] = secretHeaders.has(name) ? (scheme === undefined ? '***' : `${scheme} ***`) : value;
  }
  return shown;
}

/** Form and query fields by name, secrets replaced. */
export function maskFields(fields: Iterable<[string, string]>): Record<string, string> {
  const shown: Record<string, string> = {};
  for (const [name, value] of fields) shown[name] = secretFields.has(name.toLowerCase()) ? '***' : value;
  return shown;
}
