import type { IndexingProgress } from '../../server/documents/indexing-progress.ts';

/** A file on its way into the library, as the page shows it. */
export interface IndexingJob {
  readonly id: number;
  readonly name: string;
  /** Files wait for one another; the server knows nothing of those that wait. */
  readonly progress: IndexingProgress | { readonly stage: 'waiting' | 'cancelled' };
  readonly cancel: () => void;
}

/** Whether nothing more will happen to it. */
export function isSettled({ progress: { stage } }: IndexingJob): boolean {
  return stage === 'done' || stage === 'known' || stage === 'failed' || stage === 'cancelled';
}
