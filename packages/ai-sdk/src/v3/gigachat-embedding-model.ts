import type { EmbeddingModelV3, EmbeddingModelV3Result } from '@ai-sdk/provider-v3';
import { type EmbedCall, embedTexts, maxEmbeddingsPerCall } from '../embed/embed-texts.ts';
import type { ModelContext } from '../model-context.ts';

/** A GigaChat embedder for `embed` and `embedMany` of `ai` 6. */
export class GigaChatEmbeddingModel implements EmbeddingModelV3 {
  readonly specificationVersion = 'v3';
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
  async doEmbed(options: EmbedCall): Promise<EmbeddingModelV3Result> {
    const { headers, warnings, ...embedded } = await embedTexts(this.context, options);
    return { ...embedded, response: { headers }, warnings: [...warnings] };
  }
}
