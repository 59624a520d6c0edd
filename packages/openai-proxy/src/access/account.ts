import type { GigaChat, Model } from '@gigakit/core';
import type { KeyOwner } from '../from-gigachat-error.ts';

/** Whoever pays for a request: one GigaChat client, and what was learnt through it. */
export interface Account {
  readonly client: GigaChat;
  readonly keyOwner: KeyOwner;
  /** The account's models, remembered for a few minutes. */
  models: { readonly list: readonly Model[]; readonly expiresAtMs: number } | undefined;
}
