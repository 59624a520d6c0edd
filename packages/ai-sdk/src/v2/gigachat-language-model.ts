import type { LanguageModelV2 } from '@ai-sdk/provider-v2';
import { generateChat } from '../chat/generate-chat.ts';
import { streamChat } from '../chat/stream-chat.ts';
import type { ChatCall } from '../convert/chat-call.ts';
import { fromFinish } from '../convert/from-finish.ts';
import type { ModelContext } from '../model-context.ts';
import {
  type GigaChatContent,
  type GigaChatStreamPart,
  type GigaChatWarning,
  toV2Content,
  toV2Usage,
  toV2Warning,
  v2Parts,
} from './to-v2-part.ts';

type GenerateResult = Awaited<ReturnType<LanguageModelV2['doGenerate']>>;

export interface GigaChatGenerateResult extends GenerateResult {
  content: GigaChatContent[];
  warnings: GigaChatWarning[];
}

export interface GigaChatStreamResult {
  stream: ReadableStream<GigaChatStreamPart>;
  request: { body: unknown };
  response: { headers: Record<string, string> };
}

/** A GigaChat model for `generateText`, `streamText`, objects and agents of `ai` 5. */
export class GigaChatLanguageModel implements LanguageModelV2 {
  readonly specificationVersion = 'v2';
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
      content: toV2Content(content),
      finishReason: fromFinish(finish),
      usage: toV2Usage(usage),
      warnings: warnings.map(toV2Warning),
      request,
      response,
    };
  }

  /** @throws APICallError when it fails before the first words; later failures are `error` parts. */
  async doStream(options: ChatCall): Promise<GigaChatStreamResult> {
    const { stream, request, response } = await streamChat(this.context, options, v2Parts());
    return { stream, request, response };
  }
}
