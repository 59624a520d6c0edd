import { isImageRefusedError, type GigaChat, type GigaChatSettings } from '@gigakit/core';
import type { CallbackManagerForToolRun } from '@langchain/core/callbacks/manager';
import { StructuredTool, type ToolParams } from '@langchain/core/tools';
import { clientSource } from './client-from-fields.ts';
import { fromGigaChatError } from './convert/from-gigachat-error.ts';

/** What `new GigaChatImageTool(fields)` may say, besides every setting of the client. */
export interface GigaChatImageToolFields extends GigaChatSettings {
  /** A ready client, shared with chat models. */
  readonly client?: GigaChat | undefined;
  /** `draw_image` by default. */
  readonly name?: string | undefined;
  /** What the agent reads to decide when to draw. */
  readonly description?: string | undefined;
  /** Who draws when the agent names no style: `Ты — Василий Кандинский`. */
  readonly style?: string | undefined;
}

/** What the tool message carries in `artifact`. The model never sees it. */
export interface GigaChatImage {
  readonly fileId: string;
  readonly data: Uint8Array;
  /** Told from the bytes: `image/jpeg` as a rule. */
  readonly mediaType: string;
  readonly prompt: string;
}

const inputSchema = {
  type: 'object',
  properties: {
    prompt: { type: 'string', description: 'What to draw, in one or two sentences.' },
    style: { type: 'string', description: 'Whose manner or which technique to draw in.' },
  },
  required: ['prompt'],
} as const;

interface ImageInput {
  readonly prompt: string;
  readonly style?: string;
}

/**
 * A tool with which any agent can draw by GigaChat. The model is told the file's id; the bytes are the tool
 * message's `artifact`, a `GigaChatImage`. When GigaChat declines, its words go to the model and there is no artifact.
 */
export class GigaChatImageTool extends StructuredTool<typeof inputSchema, ImageInput, ImageInput> {
  static override lc_name(): string {
    return 'GigaChatImageTool';
  }

  override name: string;
  override description: string;
  override schema = inputSchema;
  override responseFormat = 'content_and_artifact';
  readonly #client: () => GigaChat;
  readonly #style: string | undefined;

  constructor(fields: GigaChatImageToolFields = {}) {
    super({ responseFormat: 'content_and_artifact' } satisfies ToolParams);
    const { name, description, style, ...settings } = fields;
    this.name = name ?? 'draw_image';
    this.description = description ?? 'Draws a picture from a description and gives back the id of its file.';
    this.#client = clientSource(settings);
    this.#style = style;
  }

  protected override async _call(
    { prompt, style }: ImageInput,
    _runManager?: CallbackManagerForToolRun,
    config?: { signal?: AbortSignal },
  ): Promise<[string, GigaChatImage | undefined]> {
    try {
      const chosen = style ?? this.#style;
      const image = await this.#client().images.generate(
        { prompt, ...(chosen === undefined ? {} : { style: chosen }) },
        { signal: config?.signal },
      );
      const { fileId, data, mediaType, text } = image;
      const said = text === '' ? '' : ` ${text}`;
      return [`The picture is ready, file id ${fileId}.${said}`, { fileId, data, mediaType, prompt }];
    } catch (error) {
      if (isImageRefusedError(error))
        return [`No picture was drawn. GigaChat said: ${error.text}`, undefined];
      throw fromGigaChatError(error);
    }
  }
}
