import type { ImageModelV2 } from '@ai-sdk/provider-v2';
import { toMetadataObject } from '../convert/provider-metadata.ts';
import { type DrawCall, drawImages } from '../image/draw-images.ts';
import type { ModelContext } from '../model-context.ts';
import { toV2ImageWarning } from './to-v2-image-warning.ts';

export interface GigaChatImageResult extends Awaited<ReturnType<ImageModelV2['doGenerate']>> {
  images: Uint8Array[];
  /** `false` where the model answered in words: asking again would give the same. */
  isRetryable?: boolean;
}

/** A GigaChat model that draws, for `experimental_generateImage` of `ai` 5. */
export class GigaChatImageModel implements ImageModelV2 {
  readonly specificationVersion = 'v2';
  readonly provider: string;
  readonly modelId: string;
  readonly maxImagesPerCall = 1;
  private readonly context: ModelContext;

  constructor(context: ModelContext) {
    this.provider = `${context.providerName}.image`;
    this.modelId = context.modelId;
    this.context = context;
  }

  /** A refusal in words gives no image and `isRetryable: false`; the words are in the warnings and the metadata. */
  async doGenerate(options: DrawCall): Promise<GigaChatImageResult> {
    const drawn = await drawImages(this.context, options);
    return {
      images: drawn.images,
      ...(drawn.images.length === 0 ? { isRetryable: false } : {}),
      warnings: drawn.warnings.map(toV2ImageWarning),
      providerMetadata: { [this.context.providerName]: { images: drawn.details.map(toMetadataObject) } },
      response: { timestamp: drawn.startedAt, modelId: drawn.model, headers: undefined },
    };
  }
}
