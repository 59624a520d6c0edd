import type { CallOptions } from '../call-options.ts';
import type { HttpBody, HttpResponse } from '../transport/send.ts';
import type { JsonValue } from '../turn/json.ts';
import type { TurnRequest } from '../turn/turn-request.ts';
import type { Dialect } from '../wire/dialect.ts';

/** What every resource is given: the settled settings it needs, and the one way to the server. */
export interface ClientContext {
  readonly defaults: { readonly model: string; readonly profanityCheck: boolean | undefined };
  readonly dialect: Dialect;
  /** Requests the client sends at once: a resource that splits its work keeps no more than this many waiting. */
  readonly maxConcurrency: number;
  /** Sends to the base URL of `api` plus `path`; answers that are not 2xx reject as `ApiError`. */
  request(call: ApiCall, options: CallOptions | undefined): Promise<HttpResponse>;
  /** The same, read as JSON. @throws ServerError when a 200 is not JSON (a gateway's page). */
  requestJson(
    call: ApiCall,
    options: CallOptions | undefined,
  ): Promise<{ body: JsonValue; headers: HttpResponse['headers'] }>;
  /** Replaces bytes and URLs in a turn by ids of uploaded files. */
  resolveAttachments(request: TurnRequest, options: CallOptions | undefined): Promise<TurnRequest>;
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
}
