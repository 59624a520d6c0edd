import type { EmbeddingModelV1 } from '@ai-sdk/provider-v1';
import { embedTexts, maxEmbeddingsPerCall } from '../embed/embed-texts.ts';
import type { GigaChatEmbeddingModelOptions } from '../embedding-model-options.ts';
import type { ModelContext } from '../model-context.ts';

type DoEmbed = EmbeddingModelV1<string>['doEmbed'];

/** A GigaChat embedder for `embed` and `embedMany` of `ai` 4. */
export class GigaChatEmbeddingModel implements EmbeddingModelV1<string> {
  readonly specificationVersion = 'v1';
  readonly provider: string;
  readonly modelId: string;
  readonly maxEmbeddingsPerCall = maxEmbeddingsPerCall;
  /** The client keeps to `maxConcurrency` by itself. */
  readonly supportsParallelCalls = true;
  private readonly context: ModelContext;
  private readonly options: GigaChatEmbeddingModelOptions;

  /** `ai` 4 has no provider options for embeddings: they are given here. */
  constructor(context: ModelContext, options: GigaChatEmbeddingModelOptions = {}) {
    this.provider = `${context.providerName}.embedding`;
    this.modelId = context.modelId;
    this.context = context;
    this.options = options;
  }

  /** @throws TooManyEmbeddingValuesForCallError above 90 values. */
  async doEmbed(options: Parameters<DoEmbed>[0]): Promise<Awaited<ReturnType<DoEmbed>>> {
    const providerOptions = { [this.context.providerName]: this.options };
    const {
      headers,
      warnings: _none,
      ...embedded
    } = await embedTexts(this.context, {
      ...options,
      providerOptions,
    });
    return { ...embedded, rawResponse: { headers } };
  }
}
