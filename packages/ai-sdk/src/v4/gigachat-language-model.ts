import type { LanguageModelV4, LanguageModelV4GenerateResult } from '@ai-sdk/provider-v4';
import { generateChat } from '../chat/generate-chat.ts';
import { streamChat } from '../chat/stream-chat.ts';
import type { ChatCall } from '../convert/chat-call.ts';
import { fromUsage } from '../convert/from-usage.ts';
import { type ModelContext, providerContext } from '../model-context.ts';
import type { PlainSettings } from '../plain-settings.ts';
import { type GigaChatContent, type GigaChatStreamPart, toV4Content, toV4Part } from './to-v4-part.ts';

export interface GigaChatGenerateResult extends LanguageModelV4GenerateResult {
  content: GigaChatContent[];
}

export interface GigaChatStreamResult {
  stream: ReadableStream<GigaChatStreamPart>;
  request: { body: unknown };
  response: { headers: Record<string, string> };
}

/** A model as it is written down between the steps of a workflow: no secret among it. */
export interface SerializedGigaChatLanguageModel {
  modelId: string;
  settings: PlainSettings;
}

/** A GigaChat model for `generateText`, `streamText`, objects and agents of `ai` 7. */
export class GigaChatLanguageModel implements LanguageModelV4 {
  readonly specificationVersion = 'v4';
  readonly provider: string;
  readonly modelId: string;
  /** None: `ai` fetches what a prompt points at, and the client uploads it. */
  readonly supportedUrls: Record<string, RegExp[]> = {};
  private readonly context: ModelContext;

  constructor(context: ModelContext) {
    this.provider = `${context.providerName}.chat`;
    this.modelId = context.modelId;
    this.context = context;
  }

  /** @throws APICallError when the server refuses or cannot be reached; `isRetryable` says whether to try again. */
  async doGenerate(options: ChatCall): Promise<GigaChatGenerateResult> {
    const { content, end, warnings, request, response } = await generateChat(this.context, options);
    const { finish, usage, ...rest } = end;
    return {
      ...rest,
      content: content.map(toV4Content),
      finishReason: { unified: finish.reason, raw: finish.raw },
      usage: fromUsage(usage),
      warnings: [...warnings],
      request,
      response,
    };
  }

  /** @throws APICallError when it fails before the first words; later failures are `error` parts. */
  async doStream(options: ChatCall): Promise<GigaChatStreamResult> {
    const { stream, request, response } = await streamChat(this.context, options, toV4Part);
    return { stream, request, response };
  }

  /** Workflows look these two up by symbol. Keys are read from the environment again where the model is revived. */
  static [Symbol.for('workflow-serialize')](model: GigaChatLanguageModel): SerializedGigaChatLanguageModel {
    return { modelId: model.modelId, settings: model.context.plainSettings };
  }

  static [Symbol.for('workflow-deserialize')](
    written: SerializedGigaChatLanguageModel,
  ): GigaChatLanguageModel {
    return new GigaChatLanguageModel({ ...providerContext(written.settings), modelId: written.modelId });
  }
}
