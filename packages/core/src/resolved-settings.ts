import type {
  AttachmentSettings,
  ClientEvent,
  ConcurrencyLimiter,
  GigaChatScope,
  GigaChatSettings,
  Secret,
  TokenStore,
} from './settings.ts';

/** Settings after precedence, defaults and checks: nothing downstream asks the environment again. */
export interface ResolvedSettings {
  readonly credential: Credential;
  readonly scope: GigaChatScope;
  readonly model: string;
  readonly api: 'v1' | 'v2';
  /** Without a trailing slash, as are the others. */
  readonly baseUrl: string;
  readonly baseUrlV2: string;
  readonly authUrl: string;
  readonly tls: ResolvedTls;
  readonly proxy: ProxyRoute | undefined;
  readonly timeoutMs: number;
  readonly retry: ResolvedRetry;
  readonly maxConcurrency: number;
  readonly limiter: ConcurrencyLimiter | undefined;
  readonly tokenStore: TokenStore | undefined;
  readonly fetch: typeof globalThis.fetch | undefined;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly sessionId: string | undefined;
  readonly profanityCheck: boolean | undefined;
  readonly toolResultRole: 'tool' | 'function' | undefined;
  readonly attachments: AttachmentSettings;
  readonly onEvent: ((event: ClientEvent) => unknown) | undefined;
}

/** How the client signs in. Exactly one way is in force. */
export type Credential =
  | { readonly kind: 'key'; readonly key: Secret; readonly accessToken: string | undefined }
  | { readonly kind: 'token'; readonly accessToken: Secret }
  | {
      readonly kind: 'password';
      readonly user: string;
      readonly password: string;
      readonly accessToken: string | undefined;
    }
  /** The TLS connection says who we are. */
  | { readonly kind: 'certificate' }
  | { readonly kind: 'none' };

export interface ResolvedTls {
  readonly ca: readonly string[];
  readonly caFile: string | undefined;
  readonly cert: string | undefined;
  readonly certFile: string | undefined;
  readonly key: string | undefined;
  readonly keyFile: string | undefined;
  readonly passphrase: string | undefined;
  /** Lower-case hex without colons. */
  readonly pinnedRoots: readonly string[];
  readonly systemRoots: boolean;
  readonly verify: boolean;
}

export interface ProxyRoute {
  readonly url: string;
  /** Hosts reached without it, as `NO_PROXY` writes them. */
  readonly bypass: readonly string[];
  /** The environment's proxy is for https only; one that was asked for is for everything. */
  readonly httpsOnly: boolean;
}

export interface ResolvedRetry {
  readonly maxRetries: number;
  readonly initialDelayMs: number;
  readonly maxDelayMs: number;
  readonly isRetryable: NonNullable<GigaChatSettings['retry']>['isRetryable'];
  readonly delayMs: NonNullable<GigaChatSettings['retry']>['delayMs'];
}
