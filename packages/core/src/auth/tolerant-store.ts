import type { TokenStore } from '../settings.ts';

export interface TolerantStore {
  /** False once an operation has failed: there is no point in waiting for news from it. */
  readonly isAlive: boolean;
  get(key: string): Promise<unknown>;
  set(key: string, value: string, ttlMs: number): Promise<void>;
  delete(key: string): Promise<void>;
}

/** How long a store may take for one operation. */
const patienceMs = 2000;

/** A store whose failures and silences look like emptiness: it speeds calls up, and must not be able to stop them. */
export function tolerantStore(store: TokenStore): TolerantStore {
  let isAlive = true;
  const attempt = async <T>(operation: () => Promise<T> | T): Promise<T | undefined> => {
    if (!isAlive) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const silence = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error('The token store did not answer.')), patienceMs);
    });
    try {
      return await Promise.race([operation(), silence]);
    } catch {
      isAlive = false;
      return undefined;
    } finally {
      clearTimeout(timer);
    }
  };
  return {
    get isAlive() {
      return isAlive;
    },
    // Some say null for what is not there.
    get: async (key) => (await attempt(async () => store.get(key))) ?? undefined,
    set: async (key, value, ttlMs) => {
      await attempt(async () => store.set(key, value, ttlMs));
    },
    delete: async (key) => {
      await attempt(async () => store.delete(key));
    },
  };
}
