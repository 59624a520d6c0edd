import type { OpenRemoteEngine } from './remote-engine.ts';
import { readWebStream } from './read-web-stream.ts';

/**
 * For runtimes without sockets, such as edge workers: their `fetch` resolves names itself, out of our sight, so a
 * name that resolves to a private address is not noticed here. Such runtimes have no private network to protect.
 */
export const openRemoteEngine: OpenRemoteEngine = () => ({
  fetch: async (url, init) => {
    const response = await globalThis.fetch(url, { ...init, redirect: 'manual' });
    return {
      status: response.status,
      headers: response.headers,
      body: response.body === null ? null : readWebStream(response.body),
    };
  },
  close: async () => {},
});
