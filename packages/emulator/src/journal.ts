import type { JournalEntry } from './emulator-options.ts';

/** A journal entry while its request is being answered. */
export type OpenEntry = { -readonly [Key in keyof JournalEntry]: JournalEntry[Key] };

export interface Journal {
  readonly entries: readonly JournalEntry[];
  add(entry: OpenEntry): void;
}

const maxEntries = 10_000;
const secretHeaders = new Set(['authorization', 'proxy-authorization', 'cookie', 'x-api-key']);
const secretFields = new Set(['password', 'access_token', 'client_secret', 'token']);

/** Keeps the latest requests. Their bodies are kept whole, so the count is what bounds memory. */
export function createJournal(): Journal {
  const entries: OpenEntry[] = [];
  return {
    entries,
    add(entry) {
      entries.push(entry);
      if (entries.length > maxEntries) entries.shift();
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
