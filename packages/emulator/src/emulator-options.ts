import type { Reply } from './reply.ts';

export interface EmulatorOptions {
  /** Which host to be like. `giga.chat` by default: second and third generation models. */
  readonly profile?: 'giga.chat' | 'legacy' | 'internal';
  /** Same seed, same ids and drawings. 1 by default. */
  readonly seed?: number;
  /** The clock tokens and files live by. `Date.now` by default. */
  readonly now?: () => number;
  /** Milliseconds a token lives; 30 minutes by default. */
  readonly tokenLifetimeMs?: number;
  /** Milliseconds before the headers of every API answer, and between two stream chunks. 0 by default. */
  readonly latencyMs?: { readonly headers?: number; readonly chunk?: number };
  /** How generated text is cut into stream chunks. `phrase` by default. */
  readonly granularity?: 'character' | 'token' | 'phrase' | 'whole';
  /** Requests in flight per credential; by scope (1 for PERS, 10 otherwise) when `scope`, no limit by default. */
  readonly maxConcurrency?: number | 'scope';
  /** Tokens left per model; unlimited by default. */
  readonly balance?: Readonly<Record<string, number>>;
  /** Whose messages carry v2 tool results. `lenient` takes both. */
  readonly v2ToolRole?: 'lenient' | 'spec' | 'live-2026-09';
  /** Whether v2 takes a string in place of content parts. The API rejects it. */
  readonly v2StringContent?: 'reject' | 'accept';
  /** Root fields of a chat body that the API does not know. It ignores them. */
  readonly unknownRootFields?: 'ignore' | 'reject';
  /** `none` lets requests without a token pass, as hosts with client certificates do. */
  readonly authorization?: 'bearer' | 'none';
  /** Known beside `emulator.credentials`. */
  readonly accounts?: readonly EmulatorAccount[];
  /** Sign-ins a second before 429; no limit by default. The real one is 10. */
  readonly tokenRequestsPerSecond?: number;
  /** Put on every 429 of the emulator's own making. The API was never seen to send it. */
  readonly retryAfterSeconds?: number;
  /** A user message in which one of these is found gets a canned refusal that ends with `blacklist`. */
  readonly blacklist?: readonly (string | RegExp)[];
  /** Whether a streamed v1 call shares its event with the finish reason. The recorded API sends it `before`. */
  readonly v1StreamedCall?: 'before-finish' | 'with-finish';
  /** Whether a streamed v2 call comes in an event of its own or inside the last one. */
  readonly v2StreamedCall?: 'delta' | 'done';
  /** Bytes of files kept before the oldest are dropped. 256 MiB by default. */
  readonly maxStoredBytes?: number;
}

/** An authorization key and what it may ask for. */
export interface EmulatorAccount {
  /** Base64 of `client_id:client_secret`. */
  readonly credentials: string;
  /** Every scope by default. */
  readonly scopes?: readonly string[];
}

/** Which requests a scripted reply answers. */
export interface Match {
  readonly path?: string | RegExp;
  readonly method?: string;
  readonly model?: string;
  /** Found in the text of the last message. */
  readonly lastMessage?: string | RegExp;
  readonly where?: (request: JournalEntry) => boolean;
}

/** One request the emulator saw. Secrets are masked. */
export interface JournalEntry {
  readonly method: string;
  /** As asked, with the mount: `/api/v1/chat/completions`. */
  readonly path: string;
  /** Without the mount: `chat/completions`, `oauth`. */
  readonly endpoint: string;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  /** Parsed JSON, form fields, or undefined. */
  readonly body: unknown;
  readonly at: number;
  /** Filled in when the answer began. */
  readonly status: number | undefined;
  /** Whether the client left before the answer was whole. */
  readonly isAborted: boolean;
}

/** An emulator in process: hand `fetch` to a client and nothing touches the network. */
export interface Emulator {
  /** Routes by path alone, whatever the host, so that default URLs work. */
  readonly fetch: typeof globalThis.fetch;
  /** An authorization key the emulator knows, for every scope. */
  readonly credentials: string;
  /** A name and password that `POST /token` knows. */
  readonly user: string;
  readonly password: string;
  /** A ready token, for clients that sign in elsewhere. */
  issueToken(options?: { readonly scope?: string; readonly lifetimeMs?: number }): string;
  readonly journal: readonly JournalEntry[];
  /** The next request to a matching endpoint gets this reply, once; first in, first out. Chat by default. */
  enqueue(...replies: readonly Reply[]): void;
  /** Every matching request gets this reply, or what the function makes of it, until `reset`. */
  when(match: Match, reply: Reply | ((request: JournalEntry) => Reply)): void;
  /** The next matching request gets this reply, once. */
  once(match: Match, reply: Reply): void;
  /** Forgets scripts, journal, files and tokens. */
  reset(): void;
  /** How many requests are being answered right now. */
  readonly inFlight: number;
}

/** An emulator on a socket. */
export interface RunningEmulator extends Emulator {
  /** `http://127.0.0.1:PORT`. */
  readonly url: string;
  readonly baseUrl: string;
  readonly baseUrlV2: string;
  readonly authUrl: string;
  /** The variables that point a client here, ready for `process.env`. */
  readonly env: Readonly<Record<string, string>>;
  /** Under `tls`: PEM file of the root to trust. Removed by `close`. */
  readonly caFile: string | undefined;
  /** Under `tls`: SHA-256 fingerprint of the root, for `tls.pinnedRoots`. */
  readonly pin: string | undefined;
  /** Under `tls.clientCertificate`: PEM files that the server accepts. Removed by `close`. */
  readonly clientCertificate: { readonly certFile: string; readonly keyFile: string } | undefined;
  /** Lets what is being answered finish for that long, then breaks it off. 0 by default. */
  close(options?: { readonly graceMs?: number }): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}

export interface StartEmulatorOptions extends EmulatorOptions {
  /** 0 picks a free one. */
  readonly port?: number;
  /** `127.0.0.1` by default. */
  readonly host?: string;
  /** HTTPS with a chain made at start: `caFile` of the result is what to trust. */
  readonly tls?: boolean | EmulatorTls;
}

export interface EmulatorTls {
  /**
   * What the server presents: leaf, intermediate and root as the real hosts do (`whole`), or less of it.
   * `whole` by default.
   */
  readonly chain?: 'whole' | 'without-root' | 'leaf-only';
  /** Asks for a client certificate and refuses the connection without it. */
  readonly clientCertificate?: boolean;
}
