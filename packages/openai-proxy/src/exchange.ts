import type { CallOptions, GigaChat } from '@gigakit/core';
import type { Account } from './access/account.ts';
import type { ProxyConfig } from './proxy-config.ts';
import type { RequestRecord } from './proxy-options.ts';

/** One request and what its handler needs to answer it. */
export interface Exchange {
  readonly request: Request;
  /** What the route's placeholders stand for. */
  readonly params: Readonly<Record<string, string>>;
  readonly config: ProxyConfig;
  readonly account: Account;
  readonly client: GigaChat;
  /** Fires when the caller leaves, and when a shutdown has waited long enough. */
  readonly signal: AbortSignal;
  /** Signal, request id and what the caller says about sessions, for every call of the client. */
  readonly callOptions: CallOptions;
  /** Go out with the answer, whatever the handler returns. */
  readonly headers: Headers;
  /** What the log line and the metrics will say. */
  readonly record: Writable<RequestRecord>;
  /** The caller is gone: stops everything that was begun for it. */
  abort(reason: unknown): void;
  /** Keeps the exchange open beyond the handler's return, until the streamed body has ended. */
  holdOpen(): (outcome: RequestRecord['outcome']) => void;
}

export type Handler = (exchange: Exchange) => Promise<Response>;

type Writable<T> = { -readonly [K in keyof T]: T[K] };
