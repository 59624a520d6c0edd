import type { GigaChat, GigaChatSettings } from '@gigakit/core';

/**
 * Every setting of the client, or a ready client. Read when the first request is made, and so is the environment:
 * importing this package and creating a provider touch neither. `ai` does the retrying, so `retry` is left out.
 */
export interface GigaChatProviderSettings extends Omit<GigaChatSettings, 'retry' | 'maxRetries' | 'model'> {
  /** A client of yours, shared with the rest of the program; the other settings but `name` are then its business. */
  readonly client?: GigaChat | undefined;
  /** What models call their provider, and where options and metadata stand: `gigachat` by default. */
  readonly name?: string | undefined;
}
