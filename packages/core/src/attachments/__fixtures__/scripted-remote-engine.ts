import type { OpenRemoteEngine, RemoteResponse } from '../remote-engine.ts';

export interface ScriptedPage {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly chunks?: readonly Uint8Array[];
  /** Thrown in place of an answer, or after the chunks when there are some. */
  readonly error?: unknown;
}

/** An internet of a few pages; every request and every close is noted. */
export function scriptedInternet(pages: Readonly<Record<string, ScriptedPage>>) {
  const seen: { readonly url: string; readonly headers: Readonly<Record<string, string>> }[] = [];
  const note = { seen, opened: 0, closed: 0, judges: [] as ((address: string) => boolean)[] };
  const openEngine: OpenRemoteEngine = (isAllowedAddress) => {
    note.opened += 1;
    note.judges.push(isAllowedAddress);
    return {
      fetch: async (url, { headers, signal }): Promise<RemoteResponse> => {
        signal.throwIfAborted();
        seen.push({ url: url.href, headers });
        const page = pages[url.href];
        if (page === undefined) return untilAborted(signal);
        if (page.error !== undefined && page.chunks === undefined) throw page.error;
        return {
          status: page.status ?? 200,
          headers: new Headers(page.headers),
          body: page.chunks === undefined ? null : bodyOf(page),
        };
      },
      close: async () => {
        note.closed += 1;
      },
    };
  };
  return { ...note, openEngine, note };
}

const untilAborted = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));

async function* bodyOf({ chunks = [], error }: ScriptedPage) {
  yield* chunks;
  if (error !== undefined) throw error;
}
