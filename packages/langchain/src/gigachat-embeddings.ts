import type { CallOptions, EmbeddingModelId, GigaChat, GigaChatSettings } from '@gigakit/core';
import { Embeddings, type EmbeddingsParams } from '@langchain/core/embeddings';
import { clientSource, timeoutMsOf } from './client-from-fields.ts';
import { fromGigaChatError } from './convert/from-gigachat-error.ts';
import { embeddingDimensions } from './model-profiles.ts';

/** What `new GigaChatEmbeddings(fields)` may say. Everything is optional. */
export interface GigaChatEmbeddingsFields
  extends Omit<GigaChatSettings, 'model'>, Omit<EmbeddingsParams, 'maxConcurrency' | 'maxRetries'> {
  /** A ready client, shared with chat models. */
  readonly client?: GigaChat | undefined;
  /** `Embeddings` by default. */
  readonly model?: EmbeddingModelId | undefined;
  /** Texts a request carries at most. 90 by default, which is what the server takes. */
  readonly batchSize?: number | undefined;
  /** Scales every vector to length 1, which the server does not do. `false` by default. */
  readonly normalize?: boolean | undefined;
  /** Makes line breaks spaces. `false` by default; the query prefix is never touched. */
  readonly stripNewLines?: boolean | undefined;
  /** Put before queries, and never before documents, with `usePrefixQuery`. */
  readonly prefixQuery?: string | undefined;
  /** For instruction-tuned models such as `EmbeddingsGigaR`. `false` by default. */
  readonly usePrefixQuery?: boolean | undefined;
  /** Vector size of a model this package does not know. */
  readonly dimensions?: number | undefined;
  /** Hears what each call cost; LangChain's interface has no place for it. */
  readonly onUsage?: ((usage: { readonly inputTokens: number | undefined }) => void) | undefined;
  /** Another word for `credentials`. */
  readonly apiKey?: GigaChatSettings['credentials'];
  /** Seconds, as in the older `langchain-gigachat` packages. */
  readonly timeout?: number | undefined;
}

/** An extension of LangChain's interface, whose embeddings cannot be cancelled. */
export type EmbedOptions = Pick<CallOptions, 'signal' | 'timeoutMs' | 'maxRetries'>;

const defaultPrefix = 'Дано предложение, необходимо найти его парафраз \nпредложение: ';

/**
 * GigaChat's embedding models for LangChain: any number of texts, sent as requests the server takes, at most
 * `maxConcurrency` at a time, and vectors in the order of the texts.
 */
export class GigaChatEmbeddings extends Embeddings {
  readonly model: string;
  /** Length of every vector, known before the first call; `undefined` for a model nobody told us about. */
  readonly dimensions: number | undefined;
  readonly #client: () => GigaChat;
  readonly #fields: GigaChatEmbeddingsFields;

  constructor(fields: GigaChatEmbeddingsFields = {}) {
    super({ maxRetries: 0, maxConcurrency: Number.POSITIVE_INFINITY });
    const { model, ...settings } = fields;
    this.#client = clientSource(settings);
    this.#fields = fields;
    this.model = model ?? 'Embeddings';
    this.dimensions = fields.dimensions ?? embeddingDimensions(this.model);
  }

  /** The client underneath. */
  get client(): GigaChat {
    return this.#client();
  }

  /** One vector per text. No texts, no request. */
  override async embedDocuments(
    documents: readonly string[],
    options: EmbedOptions = {},
  ): Promise<number[][]> {
    return this.#embed(
      documents.map((text) => this.#prepare(text)),
      options,
    );
  }

  /** The vector of a search query, with the query prefix where one is asked for. */
  override async embedQuery(query: string, options: EmbedOptions = {}): Promise<number[]> {
    const text = this.#prepare(query);
    const { usePrefixQuery = false, prefixQuery = defaultPrefix } = this.#fields;
    const [vector] = await this.#embed([usePrefixQuery ? prefixQuery + text : text], options);
    return vector ?? [];
  }

  async #embed(input: readonly string[], options: EmbedOptions): Promise<number[][]> {
    const { batchSize, normalize = false, maxRetries, onUsage } = this.#fields;
    try {
      const result = await this.#client().embeddings.create(
        {
          input,
          model: this.model,
          ...(normalize ? { normalize: 'l2' as const } : {}),
          batchSize,
        },
        { timeoutMs: timeoutMsOf(this.#fields), maxRetries, ...options },
      );
      onUsage?.(result.usage);
      return result.embeddings;
    } catch (error) {
      throw fromGigaChatError(error);
    }
  }

  #prepare(text: string): string {
    return this.#fields.stripNewLines === true ? text.replaceAll('\n', ' ') : text;
  }
}
