import type { ImageModelV1, ImageModelV1CallOptions } from '@ai-sdk/provider-v1';
import { drawImages } from '../image/draw-images.ts';
import type { ModelContext } from '../model-context.ts';

type ImageResult = Awaited<ReturnType<ImageModelV1['doGenerate']>>;

export interface GigaChatImageResult extends ImageResult {
  images: Uint8Array[];
}

/** A GigaChat model that draws, for `experimental_generateImage` of `ai` 4. */
export class GigaChatImageModel implements ImageModelV1 {
  readonly specificationVersion = 'v1';
  readonly provider: string;
  readonly modelId: string;
  readonly maxImagesPerCall = 1;
  private readonly context: ModelContext;

  constructor(context: ModelContext) {
    this.provider = `${context.providerName}.image`;
    this.modelId = context.modelId;
    this.context = context;
  }

  /** A refusal in words gives no image; the words are in the warnings. */
  async doGenerate(options: ImageModelV1CallOptions): Promise<GigaChatImageResult> {
    const drawn = await drawImages(this.context, options);
    return {
      images: drawn.images,
      warnings: drawn.warnings.map(({ feature, details }): ImageResult['warnings'][number] =>
        feature === 'size' || feature === 'aspectRatio' || feature === 'seed'
          ? { type: 'unsupported-setting', setting: feature, details }
          : { type: 'other', message: details },
      ),
      response: { timestamp: drawn.startedAt, modelId: drawn.model, headers: undefined },
    };
  }
}
