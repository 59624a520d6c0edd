import type { LanguageModelV3, LanguageModelV3GenerateResult } from '@ai-sdk/provider-v3';
import { generateChat } from '../chat/generate-chat.ts';
import { streamChat } from '../chat/stream-chat.ts';
import type { ChatCall } from '../convert/chat-call.ts';
import { fromUsage } from '../convert/from-usage.ts';
import type { ModelContext } from '../model-context.ts';
import { type GigaChatContent, type GigaChatStreamPart, toV3Part } from './to-v3-part.ts';

export interface GigaChatGenerateResult extends LanguageModelV3GenerateResult {
  content: GigaChatContent[];
}

export interface GigaChatStreamResult {
  stream: ReadableStream<GigaChatStreamPart>;
  request: { body: unknown };
  response: { headers: Record<string, string> };
}

/** A GigaChat model for `generateText`, `streamText`, objects and agents of `ai` 6. */
export class GigaChatLanguageModel implements LanguageModelV3 {
  readonly specificationVersion = 'v3';
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
      content: [...content],
      finishReason: { unified: finish.reason, raw: finish.raw },
      usage: fromUsage(usage),
      warnings: [...warnings],
      request,
      response,
    };
  }

  /** @throws APICallError when it fails before the first words; later failures are `error` parts. */
  async doStream(options: ChatCall): Promise<GigaChatStreamResult> {
    const { stream, request, response } = await streamChat(this.context, options, toV3Part);
    return { stream, request, response };
  }
}
