import type { EmbeddingModelV4, EmbeddingModelV4Result } from '@ai-sdk/provider-v4';
import { type EmbedCall, embedTexts, maxEmbeddingsPerCall } from '../embed/embed-texts.ts';
import type { ModelContext } from '../model-context.ts';

/** A GigaChat embedder for `embed` and `embedMany` of `ai` 7. */
export class GigaChatEmbeddingModel implements EmbeddingModelV4 {
  readonly specificationVersion = 'v4';
  readonly provider: string;
  readonly modelId: string;
  readonly maxEmbeddingsPerCall = maxEmbeddingsPerCall;
  /** The client keeps to `maxConcurrency` by itself. */
  readonly supportsParallelCalls = true;
  private readonly context: ModelContext;

  constructor(context: ModelContext) {
    this.provider = `${context.providerName}.embedding`;
    this.modelId = context.modelId;
    this.context = context;
  }

  /** @throws TooManyEmbeddingValuesForCallError above 90 values. */
  async doEmbed(options: EmbedCall): Promise<EmbeddingModelV4Result> {
    const { headers, warnings, ...embedded } = await embedTexts(this.context, options);
    return { ...embedded, response: { headers }, warnings: [...warnings] };
  }
}
