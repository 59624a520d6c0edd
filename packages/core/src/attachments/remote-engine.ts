/** The part of `fetch` that a remote file needs. */
export type RemoteFetch = (
  url: URL,
  init: { readonly headers: Readonly<Record<string, string>>; readonly signal: AbortSignal },
) => Promise<RemoteResponse>;

export interface RemoteResponse {
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  /** Decompressed. */
  readonly body: AsyncIterable<Uint8Array> | null;
}

export interface RemoteEngine {
  /** Never follows a redirect, sends no credentials, verifies TLS with the roots of the runtime. */
  readonly fetch: RemoteFetch;
  close(): Promise<void>;
}

/**
 * Makes an engine for one file. `isAllowedAddress` judges every address before it is connected to, where the
 * runtime shows addresses at all.
 */
export type OpenRemoteEngine = (isAllowedAddress: (address: string) => boolean) => RemoteEngine;
