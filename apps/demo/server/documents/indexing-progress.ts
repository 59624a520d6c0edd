import type { ToldError } from '../error-text.ts';
import type { StoredDocument } from './document-list.ts';

/** How far a document is on its way into the library. */
export type IndexingProgress =
  | { readonly stage: 'reading' | 'splitting' }
  | { readonly stage: 'embedding' | 'storing'; readonly done: number; readonly total: number }
  /** The same bytes are there already, perhaps under another name. */
  | { readonly stage: 'known'; readonly name: string }
  | { readonly stage: 'done'; readonly document: StoredDocument }
  | { readonly stage: 'failed'; readonly error: ToldError };
