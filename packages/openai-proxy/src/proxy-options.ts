import type { GigaChat, GigaChatSettings, OpenRemoteEngine } from '@gigakit/core';
import type { SharedState } from './shared-state/shared-state.ts';

/** How the proxy answers, wherever it is mounted. */
export interface OpenAiProxyOptions {
  /** Settings of the clients it makes; each falls back to its environment variable. */
  readonly gigachat?: GigaChatSettings | undefined;
  /** A client of yours that answers everybody, in place of those made from `gigachat`. Closing it stays with you. */
  readonly client?: GigaChat | undefined;
  /**
   * Whose GigaChat key pays. `server`: the one in `gigachat`, `client` or the environment; what callers send is never
   * forwarded. `passthrough`: each caller's own, from `Authorization: Bearer`. `auto`, the default, is `server` when
   * there is such a key.
   */
  readonly credentialMode?: 'auto' | 'server' | 'passthrough' | undefined;
  /** In `server` mode: callers must show one of these, as `Authorization: Bearer` or `x-api-key`. */
  readonly proxyKeys?: readonly string[] | undefined;
  /** Names that tools insist on, and the models that answer for them: `{ 'gpt-4o-mini': 'GigaChat-2' }`. */
  readonly modelAliases?: Readonly<Record<string, string>> | undefined;
  /** Which hosts pictures may be fetched from by URL. Data URLs always work. `off` by default. */
  readonly remoteImages?: RemoteImages | undefined;
  /** Largest JSON body in bytes. 24 MiB by default: a picture of 15 MB in base64, with room for the rest. */
  readonly maxBodyBytes?: number | undefined;
  /** Largest upload in bytes. 45 MiB by default. */
  readonly maxUploadBytes?: number | undefined;
  /** Requests of one account that may wait for a place. 100 by default; the next one gets 429. */
  readonly maxQueue?: number | undefined;
  /** Milliseconds a request waits for a place before it gets 429. 120 000 by default. */
  readonly maxQueueWaitMs?: number | undefined;
  /** Clients kept for callers' own keys; the one not used for longest goes first. 200 by default. */
  readonly maxClients?: number | undefined;
  /** Milliseconds between comments that keep a silent stream alive. 15 000 by default. */
  readonly pingMs?: number | undefined;
  /** Tokens and places shared with other replicas. In this process by default. */
  readonly sharedState?: SharedState | undefined;
  /** `GET /metrics` for Prometheus. `true` by default. */
  readonly metrics?: boolean | undefined;
  /** Origins whose pages may call from a browser. None by default. */
  readonly corsOrigins?: readonly string[] | undefined;
  /** Host names requests may be addressed to, which stops DNS rebinding. Any by default; loopback names when `startOpenAiProxy` listens on loopback. */
  readonly allowedHosts?: readonly string[] | undefined;
  /** Told in `/health`. */
  readonly version?: string | undefined;
  /** Hears of every request when it is over. No bodies, no keys. */
  readonly onRequest?: ((record: RequestRecord) => void) | undefined;
  /** Another way to the network for pictures, for tests and unusual runtimes. The checks of names stay. */
  readonly openRemoteEngine?: OpenRemoteEngine | undefined;
}

/** `off`; `public`: any host on the public internet; or only these hosts, `*.example.com` for all names below one. */
export type RemoteImages = 'off' | 'public' | { readonly allow: readonly string[] };

/** One line of the log. */
export interface RequestRecord {
  readonly requestId: string;
  readonly method: string;
  /** The route's pattern, as `/files/:id`; `unknown` for none. */
  readonly route: string;
  readonly status: number;
  /** As the caller named it. */
  readonly model: string | undefined;
  /** As GigaChat named it. */
  readonly answeredBy: string | undefined;
  readonly durationMs: number;
  readonly inputTokens: number | undefined;
  readonly outputTokens: number | undefined;
  readonly outcome: 'done' | 'failed' | 'cancelled';
  /** Code or type of the error that the caller was told. */
  readonly errorCode: string | undefined;
  /** What was behind an error, secrets masked. */
  readonly errorDetail: string | undefined;
}

export interface OpenAiProxy {
  /** Web-standard, so it mounts in any server: `app.mount('/', proxy.fetch)`. */
  readonly fetch: (request: Request) => Promise<Response>;
  /** New requests get 503 from now on, and `/ready` says so to the load balancer. */
  drain(): void;
  /** Lets open answers end for `graceMs` (10 000 by default), then breaks them off with an error event. */
  close(options?: { readonly graceMs?: number }): Promise<void>;
}
