import type { OpenRemoteEngine, RemoteEngine } from '../attachments/remote-engine.ts';

/** Loads undici with the first file that is fetched: most programs fetch none, and it takes long to load. */
export const openRemoteEngine: OpenRemoteEngine = (isAllowedAddress) => {
  let loading: Promise<RemoteEngine> | undefined;
  const load = () =>
    (loading ??= import('./pinned-remote-engine.ts').then(({ openPinnedRemoteEngine }) =>
      openPinnedRemoteEngine(isAllowedAddress),
    ));
  return {
    fetch: async (url, init) => {
      const engine = await load();
      return engine.fetch(url, init);
    },
    close: async () => {
      const engine = await loading;
      await engine?.close();
    },
  };
};
