import type { EmbeddingModelV2 } from '@ai-sdk/provider-v2';
import { type EmbedCall, embedTexts, maxEmbeddingsPerCall } from '../embed/embed-texts.ts';
import type { ModelContext } from '../model-context.ts';

type DoEmbed = EmbeddingModelV2<string>['doEmbed'];

/** A GigaChat embedder for `embed` and `embedMany` of `ai` 5. */
export class GigaChatEmbeddingModel implements EmbeddingModelV2<string> {
  readonly specificationVersion = 'v2';
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
  async doEmbed(options: EmbedCall): Promise<Awaited<ReturnType<DoEmbed>>> {
    const { headers, warnings: _none, ...embedded } = await embedTexts(this.context, options);
    return { ...embedded, response: { headers } };
  }
}
