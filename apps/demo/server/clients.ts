import { GigaChat } from '@gigakit/core';
import type { Backend } from './backend.ts';

/** One client a generation for the whole process: tokens, connections and the concurrency limit are shared. */
export interface Clients {
  readonly v1: GigaChat;
  readonly v2: GigaChat;
  close(): Promise<void>;
}

export function createClients(backend: Backend): Clients {
  const v1 = new GigaChat({ ...backend.settings, api: 'v1' });
  const v2 = new GigaChat({ ...backend.settings, api: 'v2' });
  return {
    v1,
    v2,
    close: async () => {
      await Promise.all([v1.close(), v2.close()]);
    },
  };
}
