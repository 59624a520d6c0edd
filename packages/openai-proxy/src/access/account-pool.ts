import { createHash } from 'node:crypto';
import { GigaChat, type GigaChatSettings } from '@gigakit/core';
import type { Account } from './account.ts';
import type { CallerKey } from './caller-key.ts';

/** An account in use; the client behind it is not closed before everybody has let go. */
export interface AccountLease {
  readonly account: Account;
  release(): void;
}

export interface AccountPool {
  lease(key: CallerKey): AccountLease;
  close(graceMs: number): Promise<void>;
}

interface Entry {
  readonly account: Account;
  users: number;
  isEvicted: boolean;
}

export interface AccountPoolOptions {
  /** What every client shares; nothing that signs in. */
  readonly settings: GigaChatSettings;
  readonly maxClients: number;
  /** What is particular to an account, told apart by an id that gives its key away to nobody. */
  readonly settingsOf: (accountId: string) => Partial<GigaChatSettings>;
}

/** One client for each key and scope. The one not used for longest goes when there are too many. */
export function createAccountPool({ settings, maxClients, settingsOf }: AccountPoolOptions): AccountPool {
  // A Map keeps the order of insertion: the first entry is the one not used for longest.
  const entries = new Map<string, Entry>();

  const release = (entry: Entry) => {
    entry.users -= 1;
    if (entry.isEvicted && entry.users === 0) void entry.account.client.close();
  };

  const evict = () => {
    const [oldest] = entries;
    if (oldest === undefined || entries.size <= maxClients) return;
    const [id, entry] = oldest;
    entries.delete(id);
    entry.isEvicted = true;
    if (entry.users === 0) void entry.account.client.close();
  };

  return {
    lease(key) {
      const id = accountId(key, settings);
      const entry = entries.get(id) ?? {
        account: {
          client: new GigaChat({ ...settings, ...settingsOf(id), ...key }),
          keyOwner: 'caller',
          models: undefined,
        },
        users: 0,
        isEvicted: false,
      };
      entries.delete(id);
      entries.set(id, entry);
      entry.users += 1;
      evict();
      return { account: entry.account, release: once(() => release(entry)) };
    },
    async close(graceMs) {
      const all = [...entries.values()];
      entries.clear();
      await Promise.all(all.map(({ account }) => account.client.close({ graceMs })));
    },
  };
}

/** A hash of the whole key, the scope and the place: equal beginnings of two keys are two accounts. */
export function accountId(key: CallerKey, settings: GigaChatSettings): string {
  const parts = [
    key.credentials,
    key.accessToken,
    key.user,
    key.password,
    key.scope ?? settings.scope ?? process.env['GIGACHAT_SCOPE'],
    settings.baseUrl ?? process.env['GIGACHAT_BASE_URL'],
    settings.authUrl ?? process.env['GIGACHAT_AUTH_URL'],
  ];
  return createHash('sha256')
    .update(JSON.stringify(parts.map((part) => (typeof part === 'string' ? part : null))))
    .digest('hex');
}

function once(work: () => void): () => void {
  let isDone = false;
  return () => {
    if (isDone) return;
    isDone = true;
    work();
  };
}
