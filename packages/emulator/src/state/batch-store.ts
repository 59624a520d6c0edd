import type { Ids } from './ids.ts';

export interface Batch {
  readonly id: string;
  readonly account: string;
  readonly method: string;
  readonly total: number;
  /** Unix seconds. */
  readonly createdAt: number;
  updatedAt: number;
  /** Each poll takes it a step further. */
  status: 'created' | 'in_progress' | 'completed';
  outputFileId: string | undefined;
  completed: number;
  failed: number;
  /** The JSON Lines sent; dropped when the work is done. */
  lines: readonly string[];
}

export interface BatchStore {
  create(account: string, method: string, lines: readonly string[]): Batch;
  find(account: string, id: string): Batch | undefined;
  list(account: string): Batch[];
}

const maxBatches = 100;

export function createBatchStore(ids: Ids, now: () => number): BatchStore {
  const batches = new Map<string, Batch>();
  return {
    create(account, method, lines) {
      const at = Math.floor(now() / 1000);
      const batch: Batch = {
        id: ids.uuid(),
        account,
        method,
        total: lines.length,
        createdAt: at,
        updatedAt: at,
        status: 'created',
        outputFileId: undefined,
        completed: 0,
        failed: 0,
        lines,
      };
      batches.set(batch.id, batch);
      if (batches.size > maxBatches) {
        const oldest = batches.keys().next();
        if (oldest.done !== true) batches.delete(oldest.value);
      }
      return batch;
    },
    find(account, id) {
      const batch = batches.get(id);
      return batch?.account === account ? batch : undefined;
    },
    list: (account) => [...batches.values()].filter((batch) => batch.account === account).toReversed(),
  };
}
