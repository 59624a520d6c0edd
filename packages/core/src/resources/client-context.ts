import type { ResolvedTurn } from '../attachments/resolved-turn.ts';
import type { CallOptions } from '../call-options.ts';
import type { ClientEvent } from '../settings.ts';
import type { HttpBody, HttpResponse } from '../transport/send.ts';
import type { JsonValue } from '../turn/json.ts';
import type { TurnRequest } from '../turn/turn-request.ts';
import type { Dialect } from '../wire/dialect.ts';

/** What every resource is given: the settled settings it needs, and the one way to the server. */
export interface ApiContext {
  readonly defaults: { readonly model: string; readonly profanityCheck: boolean | undefined };
  /** Requests the client sends at once: a resource that splits its work keeps no more than this many waiting. */
  readonly maxConcurrency: number;
  /** Sends to the base URL of `api` plus `path`; answers that are not 2xx reject as `ApiError`. */
  request(call: ApiCall, options: CallOptions | undefined): Promise<HttpResponse>;
  /** The same, read as JSON. @throws ServerError when a 200 is not JSON (a gateway's page). */
  requestJson(
    call: ApiCall,
    options: CallOptions | undefined,
  ): Promise<{ body: JsonValue; headers: HttpResponse['headers'] }>;
  /** Tells `onEvent`; costs nothing without a listener, and what the listener throws is ignored. */
  emit(event: ClientEvent): void;
}

/** What chat needs beside: a generation to speak, and files turned into ids. */
export interface ClientContext extends ApiContext {
  readonly dialect: Dialect;
  readonly defaults: ApiContext['defaults'] & { readonly toolResultRole?: 'tool' | 'function' | undefined };
  /** Replaces bytes and URLs in a turn by ids of uploaded files, and says what the server may not read. */
  resolveAttachments(request: TurnRequest, options: CallOptions | undefined): Promise<ResolvedTurn>;
  /**
   * Forgets what was uploaded for that turn, for when the server no longer knows a file (404).
   * True when anything was forgotten: the same turn may then be resolved and sent once more.
   */
  invalidateAttachments(request: TurnRequest): boolean;
}

export interface ApiCall {
  readonly operation: string;
  readonly method: 'GET' | 'POST';
  /** Which base URL; v1 unless told otherwise, since only chat lives on v2. */
  readonly api?: 'v1' | 'v2';
  /** Begins with `/`; path parts are already encoded. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string | number | undefined>>;
  readonly accept?: string;
  readonly contentType?: string;
  readonly body?: HttpBody;
  /** `false` where a second arrival would make a second thing, such as a file. `true` by default. */
  readonly isRepeatable?: boolean;
}
