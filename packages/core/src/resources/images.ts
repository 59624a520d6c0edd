import type { CallOptions } from '../call-options.ts';
import { ImageRefusedError, InvalidRequestError } from '../errors/index.ts';
import type { GeneratedFile } from '../turn/generated-file.ts';
import type { ChatModelId } from '../turn/model-id.ts';
import type { Message } from '../turn/message.ts';
import type { TurnRequest } from '../turn/turn-request.ts';
import type { TurnResult } from '../turn/turn-result.ts';
import type { Usage } from '../turn/usage.ts';
import type { Warning } from '../turn/warning.ts';
import type { FileContent, Files } from './files.ts';

export interface ImageRequest {
  /** What to draw, in any words: no «нарисуй» is needed. */
  readonly prompt: string;
  /** Who draws or how, sent as the system message: `Ты — Василий Кандинский`. */
  readonly style?: string | undefined;
  /** The client's `model` when left out. */
  readonly model?: ChatModelId | undefined;
  /** Above 0. */
  readonly temperature?: number | undefined;
  /** 0 to 1. */
  readonly topP?: number | undefined;
  /**
   * `required` makes the model draw whatever the prompt says; `auto` leaves it to the model, which draws when the
   * prompt asks for a picture. `required` by default.
   */
  readonly toolChoice?: 'required' | 'auto' | undefined;
  /** Left to the server when undefined. */
  readonly profanityCheck?: boolean | undefined;
  /** Fields merged last into the root of the body sent. */
  readonly wireExtras?: TurnRequest['wireExtras'];
}

export interface ImageResult {
  readonly fileId: string;
  readonly data: Uint8Array<ArrayBuffer>;
  /** Told from the bytes: `image/jpeg` as a rule. */
  readonly mediaType: string;
  /** What the model said beside the picture, without the picture's tag. */
  readonly text: string;
  /** Everything it made; the first picture is the one in `data`. */
  readonly files: readonly GeneratedFile[];
  /** `id:version` as the server states it. */
  readonly model: string;
  /** Drawing has a large hidden prompt: 600 to 1 000 tokens beside yours. */
  readonly usage: Usage;
  readonly requestId: string | undefined;
  readonly warnings: readonly Warning[];
}

type Generate = (request: TurnRequest, options?: CallOptions) => Promise<TurnResult>;

export class Images {
  readonly #generate: Generate;
  readonly #files: Files;

  /** `generate` is the chat corridor, so that both generations of the API draw. */
  constructor(generate: Generate, files: Files) {
    this.#generate = generate;
    this.#files = files;
  }

  /**
   * Draws a picture and downloads it.
   * @throws ImageRefusedError when the model answers in words; they are in `text`.
   */
  async generate(request: ImageRequest, options?: CallOptions): Promise<ImageResult> {
    const turn = await this.#generate(toTurnRequest(request), options);
    const file = turn.files.find(({ kind }) => kind === 'image') ?? turn.files[0];
    if (file === undefined) throw toRefusal(turn);
    const { data, mediaType } = await this.#files.download(file.fileId, options);
    return {
      fileId: file.fileId,
      data,
      mediaType,
      text: turn.text.trim(),
      files: turn.files,
      model: turn.model,
      usage: turn.usage,
      requestId: turn.requestId,
      warnings: turn.warnings,
    };
  }

  /** The bytes of a generated picture, with the type told from them. @throws NotFoundError when there is none. */
  download(fileId: string, options?: CallOptions): Promise<FileContent> {
    return this.#files.download(fileId, options);
  }
}

function toTurnRequest(request: ImageRequest): TurnRequest {
  if (typeof request.prompt !== 'string' || request.prompt.trim() === '') {
    throw new InvalidRequestError('prompt is empty; say what to draw.', { field: 'prompt' });
  }
  const { prompt, style, model, temperature, topP, profanityCheck, wireExtras } = request;
  const messages: Message[] = [{ role: 'user', content: prompt }];
  if (style !== undefined && style.trim() !== '') messages.unshift({ role: 'system', content: style });
  return {
    messages,
    tools: [{ type: 'image-generation' }],
    toolChoice: request.toolChoice === 'auto' ? 'auto' : { name: 'image-generation' },
    ...(model !== undefined && { model }),
    ...(temperature !== undefined && { temperature }),
    ...(topP !== undefined && { topP }),
    ...(profanityCheck !== undefined && { profanityCheck }),
    ...(wireExtras !== undefined && { wireExtras }),
  };
}

function toRefusal(turn: TurnResult): ImageRefusedError {
  const text = turn.text.trim();
  return new ImageRefusedError(
    text === ''
      ? 'The model drew nothing and said nothing.'
      : `The model drew nothing and said: ${text.slice(0, 500)}`,
    {
      text,
      finishReason: turn.finishReason,
      rawFinishReason: turn.rawFinishReason,
      model: turn.model,
      requestId: turn.requestId,
      hint:
        turn.finishReason === 'content-filter'
          ? 'the content filter stopped it; change the prompt'
          : 'change the prompt, or ask a model that draws',
    },
  );
}
