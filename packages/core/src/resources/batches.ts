import type { CallOptions } from '../call-options.ts';
import { InvalidRequestError, NotFoundError } from '../errors/index.ts';
import type { HttpBody } from '../transport/send.ts';
import type { JsonObject, JsonValue } from '../turn/json.ts';
import type { EmbeddingModelId } from '../turn/model-id.ts';
import type { TurnRequest } from '../turn/turn-request.ts';
import type { Warning } from '../turn/warning.ts';
import { checkMessages } from '../wire/check-messages.ts';
import { asObject } from '../wire/read-json.ts';
import { readBatchResult, type BatchResult } from './batch-result.ts';
import type { ClientContext } from './client-context.ts';
import { decodeJsonLines } from './decode-json-lines.ts';
import { numberField, objectOf, objectsOf, stringField, timeField } from './json-fields.ts';
import { pathSegment } from './path-segment.ts';
import { poll, type PollOptions } from './poll.ts';

/** A task of many requests, done in its own time at a lower price. */
export interface Batch {
  readonly id: string;
  readonly method: 'chat_completions' | 'embedder' | (string & {}) | undefined;
  readonly status: 'created' | 'in_progress' | 'completed' | (string & {}) | undefined;
  readonly requestCounts: {
    readonly total: number | undefined;
    readonly completed: number | undefined;
    readonly failed: number | undefined;
  };
  /** Unix time in milliseconds. */
  readonly createdAtMs: number | undefined;
  readonly updatedAtMs: number | undefined;
  /** Where the results are, once it is completed; `batches.results` reads them. */
  readonly outputFileId: string | undefined;
  /** The server's own object. */
  readonly raw: JsonObject;
}

/** Told apart by `method`. Ids are yours, and come back with the results; up to 500 requests are known to be taken. */
export type BatchCreateRequest = ChatBatchRequest | EmbeddingBatchRequest;

export interface ChatBatchRequest {
  readonly method: 'chat_completions';
  readonly requests: readonly { readonly id: string; readonly turn: TurnRequest }[];
}

export interface EmbeddingBatchRequest {
  readonly method: 'embedder';
  readonly requests: readonly { readonly id: string; readonly input: string | readonly string[] }[];
  /** `Embeddings` when left out. */
  readonly model?: EmbeddingModelId | undefined;
}

export interface CreatedBatch extends Batch {
  /** What could not be said as asked, by field: `requests[3].turn.tools[0]`. */
  readonly warnings: readonly Warning[];
}

/** Batches, for pay-as-you-go corporate accounts. */
export class Batches {
  readonly #context: ClientContext;

  /** `context.dialect` must be that of v1: batches know no other. */
  constructor(context: ClientContext) {
    this.#context = context;
  }

  /**
   * Hands in a batch. It is written out as it is sent, one request a line. Files in messages are uploaded first.
   * @throws InvalidRequestError for no requests at all and for an id that is empty or used twice.
   */
  async create(request: BatchCreateRequest, options?: CallOptions): Promise<CreatedBatch> {
    checkIds(request.requests);
    const warnings: Warning[] = [];
    const lines =
      request.method === 'chat_completions'
        ? await this.#encodeTurns(request, warnings, options)
        : request.requests.map(({ id, input }) => ({
            id,
            request: {
              model: request.model ?? 'Embeddings',
              input: typeof input === 'string' ? [input] : input,
            },
          }));
    const { body } = await this.#context.requestJson(
      {
        operation: 'batches.create',
        method: 'POST',
        path: '/batches',
        query: { method: request.method },
        accept: 'application/json',
        contentType: 'application/octet-stream',
        body: jsonLinesBody(lines),
        isRepeatable: false,
      },
      options,
    );
    return { ...readBatch(objectOf(body)), warnings };
  }

  /** @throws NotFoundError when there is none. */
  async retrieve(id: string, options?: CallOptions): Promise<Batch> {
    const batches = await this.#list(id, 'batches.retrieve', options);
    const batch = batches.find((candidate) => candidate.id === id);
    if (batch === undefined) throw new NotFoundError(`There is no batch ${id}.`);
    return batch;
  }

  /** Every batch of the account. */
  list(options?: CallOptions): Promise<Batch[]> {
    return this.#list(undefined, 'batches.list', options);
  }

  /** Looks at a batch until it is neither `created` nor `in_progress`. Ends with the signal's reason after an abort. */
  wait(id: string, options: CallOptions & PollOptions = {}): Promise<Batch> {
    return poll(
      () => this.retrieve(id, options),
      ({ status }) => status !== 'created' && status !== 'in_progress',
      options,
    );
  }

  /**
   * The results as they are read, in the server's order, which is not that of the requests: match them by `id`.
   * @throws InvalidRequestError when the batch has none yet; StreamError when a line cannot be read.
   */
  async *results(batch: string | Batch, options?: CallOptions): AsyncGenerator<BatchResult> {
    const { id, status, outputFileId } =
      typeof batch === 'string' ? await this.retrieve(batch, options) : batch;
    if (outputFileId === undefined) {
      throw new InvalidRequestError(
        `Batch ${id} has no results: it is ${status ?? 'in an unknown state'}. Wait with batches.wait(id).`,
        { field: 'batch' },
      );
    }
    const response = await this.#context.request(
      {
        operation: 'batches.results',
        method: 'GET',
        path: `/files/${pathSegment(outputFileId, 'outputFileId')}/content`,
        accept: 'application/jpg',
      },
      options,
    );
    for await (const line of decodeJsonLines(response.body)) {
      yield readBatchResult(objectOf(line), this.#context.dialect);
    }
  }

  async #encodeTurns(
    { requests }: ChatBatchRequest,
    warnings: Warning[],
    options: CallOptions | undefined,
  ): Promise<readonly BatchLine[]> {
    const lines: BatchLine[] = [];
    for (const [index, { id, turn }] of requests.entries()) {
      checkMessages(turn);
      const resolved = await this.#context.resolveAttachments(turn, options);
      const encoded = this.#context.dialect.encode(resolved.request, this.#context.defaults);
      lines.push({ id, request: encoded.body });
      for (const warning of [...resolved.warnings, ...encoded.warnings]) {
        warnings.push({ ...warning, field: `requests[${index}].turn.${warning.field}` });
      }
    }
    return lines;
  }

  async #list(id: string | undefined, operation: string, options: CallOptions | undefined): Promise<Batch[]> {
    const { body } = await this.#context.requestJson(
      { operation, method: 'GET', path: '/batches', query: { batch_id: id }, accept: 'application/json' },
      options,
    );
    return readBatches(body);
  }
}

interface BatchLine {
  readonly id: string;
  readonly request: object;
}

function checkIds(requests: readonly { readonly id: string }[]): void {
  if (requests.length === 0) {
    throw new InvalidRequestError('requests is empty; give at least one.', { field: 'requests' });
  }
  const seen = new Set<string>();
  for (const [index, { id }] of requests.entries()) {
    const field = `requests[${index}].id`;
    if (typeof id !== 'string' || id === '') throw new InvalidRequestError(`${field} is empty.`, { field });
    if (seen.has(id)) {
      throw new InvalidRequestError(
        `${field} is "${id}" for the second time; results are told apart by id.`,
        {
          field,
        },
      );
    }
    seen.add(id);
  }
}

/** Written twice, once to count and once to send, so that the text is never held whole. */
function jsonLinesBody(lines: readonly BatchLine[]): HttpBody {
  const encoder = new TextEncoder();
  const encode = (line: BatchLine) => encoder.encode(`${JSON.stringify(line)}\n`);
  return {
    kind: 'stream',
    length: lines.reduce((length, line) => length + encode(line).byteLength, 0),
    open: async function* () {
      for (const line of lines) yield encode(line);
    },
  };
}

/** A list in `batches`, a bare list, or one batch alone: each has been seen. */
function readBatches(body: JsonValue): Batch[] {
  if (Array.isArray(body)) return objectsOf(body).map(readBatch);
  const object = asObject(body);
  if (object === undefined) return [];
  const listed = object['batches'] ?? object['data'];
  if (Array.isArray(listed)) return objectsOf(listed).map(readBatch);
  return 'id' in object ? [readBatch(object)] : [];
}

function readBatch(raw: JsonObject): Batch {
  const counts = objectOf(raw['request_counts']);
  return {
    id: stringField(raw, 'id') ?? '',
    method: stringField(raw, 'method'),
    status: stringField(raw, 'status'),
    requestCounts: {
      total: numberField(counts, 'total'),
      completed: numberField(counts, 'completed'),
      failed: numberField(counts, 'failed'),
    },
    createdAtMs: timeField(raw, 'created_at'),
    updatedAtMs: timeField(raw, 'updated_at'),
    outputFileId: stringField(raw, 'output_file_id'),
    raw,
  };
}
