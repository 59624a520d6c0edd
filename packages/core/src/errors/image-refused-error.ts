import { GigaChatError, type GigaChatErrorOptions } from './gigachat-error.ts';

export interface ImageRefusedErrorOptions extends GigaChatErrorOptions {
  readonly text: string;
  readonly finishReason: string;
  readonly rawFinishReason?: string | undefined;
  readonly model?: string | undefined;
  readonly requestId?: string | undefined;
}

/** The model was asked to draw and answered in words: it refused, or its filter did. */
export class ImageRefusedError extends GigaChatError {
  override readonly name = 'ImageRefusedError';
  override readonly kind = 'image-refused';
  /** What the model said in place of a picture. */
  readonly text: string;
  /** `content-filter` when a filter stopped it, else mostly `stop`. */
  readonly finishReason: string;
  /** The server's own word for `finishReason`. */
  readonly rawFinishReason: string | undefined;
  readonly model: string | undefined;
  readonly requestId: string | undefined;

  constructor(message: string, options: ImageRefusedErrorOptions) {
    super(message, options);
    this.text = options.text;
    this.finishReason = options.finishReason;
    this.rawFinishReason = options.rawFinishReason;
    this.model = options.model;
    this.requestId = options.requestId;
  }
}
