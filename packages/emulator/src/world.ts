import type { EmulatorOptions } from './emulator-options.ts';
import type { Journal } from './journal.ts';
import { createJournal } from './journal.ts';
import type { Mind } from './mind/mind.ts';
import { createMind } from './mind/mind.ts';
import type { Scripts } from './scripts.ts';
import { createScripts } from './scripts.ts';
import type { AssistantStore } from './state/assistant-store.ts';
import { createAssistantStore } from './state/assistant-store.ts';
import type { Balances } from './state/balances.ts';
import { createBalances } from './state/balances.ts';
import type { BatchStore } from './state/batch-store.ts';
import { createBatchStore } from './state/batch-store.ts';
import type { ThreadStore } from './state/thread-store.ts';
import { createThreadStore } from './state/thread-store.ts';
import type { FileStore } from './state/file-store.ts';
import { createFileStore } from './state/file-store.ts';
import type { PrefixCache } from './state/prefix-cache.ts';
import { createPrefixCache } from './state/prefix-cache.ts';
import type { Ids } from './state/ids.ts';
import { createIds } from './state/ids.ts';
import type { Line } from './state/line.ts';
import { createLine } from './state/line.ts';
import type { Slots } from './state/slots.ts';
import { createSlots } from './state/slots.ts';
import type { TokenRegistry } from './state/token-registry.ts';
import { createTokenRegistry } from './state/token-registry.ts';

/** Everything an emulator remembers between two resets. */
export interface World {
  readonly options: EmulatorOptions;
  readonly profile: NonNullable<EmulatorOptions['profile']>;
  readonly now: () => number;
  readonly ids: Ids;
  readonly mind: Mind;
  readonly journal: Journal;
  readonly scripts: Scripts;
  readonly slots: Slots;
  readonly tokens: TokenRegistry;
  readonly files: FileStore;
  readonly prefixCache: PrefixCache;
  readonly balances: Balances;
  readonly threads: ThreadStore;
  readonly assistants: AssistantStore;
  readonly batches: BatchStore;
  /** Uploads being read at once; the others wait, unread. */
  readonly uploads: Line;
  /** When tokens were asked for within the last second. */
  readonly tokenRequestTimes: number[];
}

/**
 * `tokenIds` outlives a reset: were the first token after it the same as the one forgotten, a client that is refused and signs
 * in again would be given what it has just been refused with.
 */
export function createWorld(options: EmulatorOptions, tokenIds: Ids = createIds(options.seed ?? 1)): World {
  const now = options.now ?? Date.now;
  const seed = options.seed ?? 1;
  const ids = createIds(seed);
  return {
    options,
    profile: options.profile ?? 'giga.chat',
    now,
    ids,
    mind: createMind({ seed, now }),
    journal: createJournal(),
    scripts: createScripts(),
    slots: createSlots(),
    tokens: createTokenRegistry(tokenIds, now),
    files: createFileStore(ids, now, options.maxStoredBytes ?? 256 * 1024 * 1024),
    prefixCache: createPrefixCache(now),
    balances: createBalances(options.balance),
    threads: createThreadStore(ids, now),
    assistants: createAssistantStore(ids, now),
    batches: createBatchStore(ids, now),
    uploads: createLine(4),
    tokenRequestTimes: [],
  };
}
