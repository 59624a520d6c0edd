import type { ChatModelId } from './turn/model-id.ts';

export type GigaChatScope = 'GIGACHAT_API_PERS' | 'GIGACHAT_API_B2B' | 'GIGACHAT_API_CORP' | (string & {});

/** A secret, or a function that fetches it when it is needed: from a vault, say. */
export type Secret = string | (() => string | Promise<string>);

/** Everything a client can be told; each field falls back to the environment variable named beside it. */
export interface GigaChatSettings {
  /** Authorization key of the portal, base64 of `client_id:client_secret`. `GIGACHAT_CREDENTIALS`, `GIGACHAT_AUTH_KEY`, `GIGACHAT_API_KEY`. */
  readonly credentials?: Secret | undefined;
  /** `GIGACHAT_CLIENT_ID`. */
  readonly clientId?: string | undefined;
  /** `GIGACHAT_CLIENT_SECRET`. */
  readonly clientSecret?: string | undefined;
  /** A ready bearer token; nothing is renewed unless it is a function. `GIGACHAT_ACCESS_TOKEN`. */
  readonly accessToken?: Secret | undefined;
  /** `GIGACHAT_USER`. Corporate stands only. */
  readonly user?: string | undefined;
  /** `GIGACHAT_PASSWORD`. */
  readonly password?: string | undefined;
  /** `GIGACHAT_SCOPE`, else `GIGACHAT_API_PERS`. */
  readonly scope?: GigaChatScope | undefined;
  /** Used where a request names none. `GIGACHAT_MODEL`, else `GigaChat-2`. */
  readonly model?: ChatModelId | undefined;
  /** Which generation of the chat API to speak. `GIGACHAT_API`, else `v1`. */
  readonly api?: 'v1' | 'v2' | undefined;
  /** `GIGACHAT_BASE_URL`, else `https://api.giga.chat/v1`. */
  readonly baseUrl?: string | undefined;
  /** `GIGACHAT_BASE_URL_V2`, else derived from `baseUrl`. */
  readonly baseUrlV2?: string | undefined;
  /** `GIGACHAT_AUTH_URL`, else `https://ngw.devices.sberbank.ru:9443/api/v2/oauth`. */
  readonly authUrl?: string | undefined;
  readonly tls?: TlsSettings | undefined;
  /** `http://user:pass@host:port`, or `false` for none whatever the environment says. `HTTPS_PROXY`, `NO_PROXY`. */
  readonly proxy?: string | false | undefined;
  /** Milliseconds to the headers, and again as the longest silence between chunks. `GIGACHAT_TIMEOUT` (seconds), else 120 000. */
  readonly timeoutMs?: number | undefined;
  readonly retry?: RetrySettings | undefined;
  /** Short form of `retry.maxRetries`. `GIGACHAT_MAX_RETRIES`, else 2. */
  readonly maxRetries?: number | undefined;
  /** Requests in flight at once. `GIGACHAT_MAX_CONCURRENCY`, else 1 for PERS and 10 for B2B and CORP. */
  readonly maxConcurrency?: number | undefined;
  /**
   * Hands out places for requests in flight instead of the client's own queue, so that several processes can share one
   * account's limit. It is told `maxConcurrency`; keeping to it is its business.
   */
  readonly limiter?: ConcurrencyLimiter | undefined;
  /** Where tokens are kept; share one between processes. In memory by default. */
  readonly tokenStore?: TokenStore | undefined;
  /** Replaces the HTTP engine: edge runtimes, tests, gateways. TLS and proxy are then its business. */
  readonly fetch?: typeof globalThis.fetch | undefined;
  /** Sent with every API request. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** `X-Session-ID` of every request that names none. */
  readonly sessionId?: string | undefined;
  /** `profanityCheck` of every turn that names none. */
  readonly profanityCheck?: boolean | undefined;
  /**
   * Whose messages carry tool results in v2: `tool`, with objects, as the specification has it, or `function`, with JSON text, as some
   * hosts want it. Left out, the client begins with `tool` and changes over when the server refuses that with 400.
   */
  readonly toolResultRole?: 'tool' | 'function' | undefined;
  readonly attachments?: AttachmentSettings | undefined;
  /** Hears what happens inside; carries no secrets. What it returns or throws is ignored. */
  readonly onEvent?: ((event: ClientEvent) => unknown) | undefined;
}

export interface TlsSettings {
  /** PEM texts trusted in addition. */
  readonly ca?: string | readonly string[] | undefined;
  /** Path of a PEM bundle trusted in addition. `GIGACHAT_CA_BUNDLE_FILE`. */
  readonly caFile?: string | undefined;
  /** Client certificate, PEM text. File: `GIGACHAT_CERT_FILE`. */
  readonly cert?: string | undefined;
  readonly certFile?: string | undefined;
  /** Its key, PEM text. File: `GIGACHAT_KEY_FILE`. */
  readonly key?: string | undefined;
  readonly keyFile?: string | undefined;
  /** `GIGACHAT_KEY_FILE_PASSWORD`. */
  readonly passphrase?: string | undefined;
  /** SHA-256 fingerprints (hex, colons allowed) of roots that may be taken from the presented chain. The Russian Trusted Root CA by default; `[]` trusts no such root. */
  readonly pinnedRoots?: readonly string[] | undefined;
  /** Also trusts what the operating system trusts, as browsers do. `false` by default; Node's `--use-system-ca` does it for the whole process. */
  readonly systemRoots?: boolean | undefined;
  /** `false` turns verification off and says so loudly. `GIGACHAT_VERIFY_SSL_CERTS`. */
  readonly verify?: boolean | undefined;
}

export interface RetrySettings {
  /** Attempts after the first. 2 by default; 0 turns retries off. */
  readonly maxRetries?: number | undefined;
  /** 1 000 by default. */
  readonly initialDelayMs?: number | undefined;
  /** 30 000 by default; also the longest `Retry-After` that is waited for. */
  readonly maxDelayMs?: number | undefined;
  /** Decides before the default: 429, 500, 502, 503, 504 and failed connections. `undefined` leaves it to that. */
  readonly isRetryable?: ((error: unknown, attempt: number) => boolean | undefined) | undefined;
  /** Decides instead of exponential back-off with full jitter. */
  readonly delayMs?: ((attempt: number, error: unknown) => number) | undefined;
}

/** A key-value store for access tokens; what it returns may be a promise. A Keyv instance fits. The authorization key is never stored. */
export interface TokenStore {
  get(key: string): unknown;
  set(key: string, value: string, ttlMs?: number): unknown;
  delete(key: string): unknown;
}

/** Places for requests in flight. A place is held from the sending of a request to the end of its answer. */
export interface ConcurrencyLimiter {
  /**
   * Resolves with what gives the place back, once there is one; what it returns is called exactly once. Rejects with the
   * signal's reason after an abort, or with an error of its own, which is what the call then rejects with.
   */
  acquire(signal: AbortSignal | undefined, maxConcurrency: number): Promise<() => void>;
}

export interface AttachmentSettings {
  /**
   * Which URLs a file part may name: those of public hosts, none, or those of public hosts for which the function
   * returns true. The function may answer `any-address` for a URL of your own network. `public` by default.
   */
  readonly remote?:
    | 'public'
    | 'off'
    | ((url: URL) => boolean | 'any-address' | Promise<boolean | 'any-address'>)
    | undefined;
  /** Largest file fetched or uploaded, in bytes. The server's own limits by kind hold besides. */
  readonly maxBytes?: number | undefined;
}

/** What happens inside a client, for logs, metrics and traces. Times are in milliseconds. */
export type ClientEvent =
  | {
      readonly type: 'queue';
      readonly operation: string;
      readonly waiting: number;
      readonly waitedMs?: number;
    }
  | {
      readonly type: 'request';
      readonly operation: string;
      readonly method: string;
      readonly url: string;
      readonly attempt: number;
    }
  | {
      readonly type: 'response';
      readonly operation: string;
      readonly status: number;
      readonly attempt: number;
      readonly durationMs: number;
      readonly requestId: string | undefined;
    }
  | {
      readonly type: 'retry';
      readonly operation: string;
      readonly attempt: number;
      readonly delayMs: number;
      readonly error: Error;
    }
  | {
      readonly type: 'token-refresh';
      readonly reason: 'missing' | 'expiring' | 'rejected';
      readonly durationMs: number;
    }
  | {
      readonly type: 'stream-end';
      readonly operation: string;
      readonly durationMs: number;
      readonly firstEventMs: number | undefined;
      readonly outcome: 'done' | 'cancelled' | 'failed';
    };
