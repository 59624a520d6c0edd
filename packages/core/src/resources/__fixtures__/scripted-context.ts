import type { CallOptions } from '../../call-options.ts';
import { NotFoundError, PermissionDeniedError, ServerError, type ApiErrorOptions } from '../../errors/index.ts';
import { createHttpResponse } from '../../transport/http-response.ts';
import type { HttpResponse } from '../../transport/send.ts';
import type { JsonValue } from '../../turn/json.ts';
import type { ApiCall, ApiContext } from '../client-context.ts';

/** A call as the server would see it. */
export interface SeenCall {
  readonly operation: string;
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string | number | undefined>>;
  readonly accept: string | undefined;
  readonly contentType: string | undefined;
  readonly contentLength: number | undefined;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** The body as text, and as JSON where it is JSON. */
  readonly text: string;
  readonly json: unknown;
  readonly options: CallOptions;
}

/** What the server says: a JSON value, or more exactly a status, headers and chunks. */
export interface ScriptedReply {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly json?: unknown;
  readonly chunks?: readonly Uint8Array[];
}

export type Script = (call: SeenCall) => ScriptedReply | Promise<ScriptedReply>;

/** A `ApiContext` that answers from a script: no transport, no network. */
export class ScriptedContext implements ApiContext {
  readonly defaults = { model: 'GigaChat-2', profanityCheck: undefined };
  readonly maxConcurrency: number;
  readonly calls: SeenCall[] = [];
  inFlight = 0;
  mostInFlight = 0;
  discarded = 0;
  readonly #script: Script;

  constructor(script: Script, maxConcurrency = 1) {
    this.#script = script;
    this.maxConcurrency = maxConcurrency;
  }

  emit(): void {}

  async request(call: ApiCall, options: CallOptions | undefined): Promise<HttpResponse> {
    options?.signal?.throwIfAborted();
    this.inFlight += 1;
    this.mostInFlight = Math.max(this.mostInFlight, this.inFlight);
    try {
      const seen = await see(call, options ?? {});
      this.calls.push(seen);
      const reply = await this.#script(seen);
      options?.signal?.throwIfAborted();
      const status = reply.status ?? 200;
      if (status >= 400) throw toError(status, reply);
      return this.#toResponse(status, reply);
    } finally {
      this.inFlight -= 1;
    }
  }

  async requestJson(call: ApiCall, options: CallOptions | undefined) {
    const response = await this.request(call, options);
    const text = await response.text();
    try {
      return { body: JSON.parse(text) as JsonValue, headers: response.headers };
    } catch (cause) {
      throw new ServerError('not JSON', { cause });
    }
  }

  #toResponse(status: number, reply: ScriptedReply): HttpResponse {
    const chunks = reply.chunks ?? [
      new TextEncoder().encode(reply.json === undefined ? '' : JSON.stringify(reply.json)),
    ];
    const note = () => {
      this.discarded += 1;
    };
    const read = async function* () {
      let isWhole = false;
      try {
        yield* chunks;
        isWhole = true;
      } finally {
        if (!isWhole) note();
      }
    };
    return createHttpResponse({ status, headers: reply.headers ?? {}, body: read(), cancel: note });
  }
}

async function see(call: ApiCall, options: CallOptions): Promise<SeenCall> {
  const parts: Uint8Array[] = [];
  if (call.body?.kind === 'text') parts.push(new TextEncoder().encode(call.body.text));
  if (call.body?.kind === 'bytes') parts.push(call.body.bytes);
  if (call.body?.kind === 'stream') for await (const chunk of call.body.open()) parts.push(chunk);
  const bytes = new Uint8Array(Buffer.concat(parts));
  const text = new TextDecoder().decode(bytes);
  return {
    operation: call.operation,
    method: call.method,
    path: call.path,
    query: call.query ?? {},
    accept: call.accept,
    contentType: call.contentType,
    contentLength: call.body?.kind === 'stream' ? call.body.length : bytes.byteLength,
    bytes,
    text,
    json: call.contentType === 'application/json' ? JSON.parse(text) : undefined,
    options,
  };
}

function toError(status: number, reply: ScriptedReply): Error {
  const evidence: ApiErrorOptions = { status, headers: reply.headers, body: reply.json };
  if (status === 403) return new PermissionDeniedError('Permission denied', evidence);
  if (status === 404) return new NotFoundError('No such thing', evidence);
  return new ServerError('Internal Server Error', evidence);
}
