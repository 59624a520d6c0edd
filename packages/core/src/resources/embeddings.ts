import type { CallOptions } from '../call-options.ts';
import { InvalidRequestError, ServerError } from '../errors/index.ts';
import type { EmbeddingModelId } from '../turn/model-id.ts';
import type { HttpResponse } from '../transport/send.ts';
import type { JsonValue } from '../turn/json.ts';
import { asArray } from '../wire/read-json.ts';
import type { ApiContext } from './client-context.ts';
import { inParallel } from '../attachments/in-parallel.ts';
import { jsonCall } from './json-call.ts';
import { numberField, objectOf, stringField } from './json-fields.ts';
import { normalizeL2 } from './normalize-l2.ts';
import { splitEmbeddingInput, type EmbeddingBatch } from './split-embedding-input.ts';

export interface EmbeddingsRequest {
  /** One text or many; any number, since the client splits them into requests the server takes. */
  readonly input: string | readonly string[];
  /** `Embeddings` when left out. */
  readonly model?: EmbeddingModelId | undefined;
  /**
   * What the texts are for, put before each of them. Instruction-tuned embedders (`EmbeddingsGigaR`,
   * `GigaEmbeddings-3B-2025-09`) want it on queries and not on documents. Nothing is added when left out.
   */
  readonly instruction?: string | undefined;
  /** `l2` scales every vector to length 1, which the server does not do; then a dot product is the cosine. */
  readonly normalize?: 'l2' | undefined;
  /** Texts a request carries at most, from 1. 90 by default. */
  readonly batchSize?: number | undefined;
}

export interface EmbeddingsResult {
  /** One vector per text, in the order of `input`. */
  readonly embeddings: number[][];
  readonly usage: {
    /** Summed over all texts; `undefined` when the server reported none. */
    readonly inputTokens: number | undefined;
  };
  readonly model: string;
  /** Headers of the first request, names in lower case. */
  readonly headers: HttpResponse['headers'];
}

export class Embeddings {
  readonly #context: ApiContext;

  constructor(context: ApiContext) {
    this.#context = context;
  }

  /**
   * Turns texts into vectors. Long lists go out as several requests (at most 90 texts and 1 000 000 characters
   * each), `maxConcurrency` at a time; the first that fails ends the call and stops the others.
   * @throws InvalidRequestError for an empty or non-string text.
   * @throws ServerError when the answer lacks a vector.
   */
  async create(request: EmbeddingsRequest, options?: CallOptions): Promise<EmbeddingsResult> {
    const input = readInput(request);
    const model = request.model ?? 'Embeddings';
    const embeddings = input.map(() => notYet);
    if (input.length === 0) return { embeddings, usage: { inputTokens: 0 }, model, headers: {} };

    let inputTokens: number | undefined;
    let answeredBy: string | undefined;
    let headers: HttpResponse['headers'] = {};
    const embed = async (batch: EmbeddingBatch, signal: AbortSignal) => {
      const answer = await this.#context.requestJson(
        jsonCall('embeddings.create', '/embeddings', { model, input: batch.texts }),
        { ...options, signal },
      );
      const body = objectOf(answer.body);
      const tokens = placeVectors(asArray(body['data']), batch, embeddings);
      const total = tokens ?? numberField(objectOf(body['usage']), 'prompt_tokens');
      if (total !== undefined) inputTokens = (inputTokens ?? 0) + total;
      answeredBy ??= stringField(body, 'model');
      if (batch.offset === 0) headers = answer.headers;
    };
    await inParallel(
      splitEmbeddingInput(input, batchSizeOf(request)),
      this.#context.maxConcurrency,
      embed,
      options?.signal,
    );
    if (request.normalize === 'l2') for (const vector of embeddings) normalizeL2(vector);
    return { embeddings, usage: { inputTokens }, model: answeredBy ?? model, headers };
  }
}

function readInput({ input, instruction }: EmbeddingsRequest): readonly string[] {
  const texts = typeof input === 'string' ? [input] : input;
  for (const [index, text] of texts.entries()) {
    const field = typeof input === 'string' ? 'input' : `input[${index}]`;
    if (typeof text !== 'string') throw new InvalidRequestError(`${field} must be a string.`, { field });
    if (text === '') {
      throw new InvalidRequestError(`${field} is empty; the server makes no vector of nothing.`, { field });
    }
  }
  return instruction === undefined ? texts : texts.map((text) => instruction + text);
}

function batchSizeOf({ batchSize }: EmbeddingsRequest): number | undefined {
  if (batchSize === undefined || (Number.isInteger(batchSize) && batchSize > 0)) return batchSize;
  throw new InvalidRequestError(`batchSize must be a whole number from 1; got ${batchSize}.`, {
    field: 'batchSize',
  });
}

const notYet: number[] = [];

/** Puts each vector where its text stands, by `index` and not by position. Gives the tokens of all items. */
function placeVectors(
  items: readonly JsonValue[],
  batch: EmbeddingBatch,
  embeddings: number[][],
): number | undefined {
  let tokens: number | undefined;
  let placed = 0;
  for (const [position, item] of items.entries()) {
    const object = objectOf(item);
    const index = numberField(object, 'index') ?? position;
    const vector = object['embedding'];
    if (!isVector(vector) || index < 0 || index >= batch.texts.length || !Number.isInteger(index)) continue;
    if (embeddings[batch.offset + index] === notYet) placed += 1;
    embeddings[batch.offset + index] = vector;
    const count = numberField(objectOf(object['usage']), 'prompt_tokens');
    if (count !== undefined) tokens = (tokens ?? 0) + count;
  }
  if (placed < batch.texts.length) {
    throw new ServerError(
      `The server returned ${placed} of ${batch.texts.length} vectors for input ${batch.offset} to ${batch.offset + batch.texts.length - 1}.`,
      { status: 200, isRetryable: true },
    );
  }
  return tokens;
}

/** The parsed list itself is handed on, since copying would double the memory; only its kind is checked. */
const isVector = (value: unknown): value is number[] =>
  Array.isArray(value) && value.length > 0 && typeof value[0] === 'number';
