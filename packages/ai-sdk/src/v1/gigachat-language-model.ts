import type { LanguageModelV1, LanguageModelV1CallOptions } from '@ai-sdk/provider-v1';
import { generateChat } from '../chat/generate-chat.ts';
import { streamChat } from '../chat/stream-chat.ts';
import type { GigaChatLanguageModelOptions } from '../language-model-options.ts';
import type { ModelContext } from '../model-context.ts';
import { toChatCall } from './to-chat-call.ts';
import { type GigaChatStreamPart, toV1Content, toV1End, toV1Warning, v1Parts } from './to-v1-part.ts';

export type GigaChatGenerateResult = Awaited<ReturnType<LanguageModelV1['doGenerate']>>;

export interface GigaChatStreamResult extends Awaited<ReturnType<LanguageModelV1['doStream']>> {
  stream: ReadableStream<GigaChatStreamPart>;
}

/** A GigaChat model for `generateText`, `streamText` and objects of `ai` 4. */
export class GigaChatLanguageModel implements LanguageModelV1 {
  readonly specificationVersion = 'v1';
  readonly provider: string;
  readonly modelId: string;
  readonly defaultObjectGenerationMode = 'json';
  readonly supportsStructuredOutputs = true;
  /** `ai` fetches what a prompt points at, and the client uploads it. */
  readonly supportsImageUrls = false;
  private readonly context: ModelContext;
  private readonly defaults: GigaChatLanguageModelOptions;

  /** `defaults` stand in every call that does not say otherwise in `providerOptions.gigachat`. */
  constructor(context: ModelContext, defaults: GigaChatLanguageModelOptions = {}) {
    this.provider = `${context.providerName}.chat`;
    this.modelId = context.modelId;
    this.context = context;
    this.defaults = defaults;
  }

  /** @throws APICallError when the server refuses or cannot be reached; `isRetryable` says whether to try again. */
  async doGenerate(options: LanguageModelV1CallOptions): Promise<GigaChatGenerateResult> {
    const { providerName } = this.context;
    const { content, end, warnings, request, response } = await generateChat(
      this.context,
      toChatCall(options, providerName, this.defaults),
    );
    const { headers, body, ...answer } = response;
    return {
      ...toV1Content(content),
      ...toV1End(end, providerName),
      rawCall: rawCall(request.body),
      rawResponse: { headers, body },
      request: { body: JSON.stringify(request.body) },
      response: answer,
      warnings: warnings.map(toV1Warning),
    };
  }

  /** @throws APICallError when it fails before the first words; later failures are `error` parts. */
  async doStream(options: LanguageModelV1CallOptions): Promise<GigaChatStreamResult> {
    const { providerName } = this.context;
    const { stream, warnings, request, response } = await streamChat(
      this.context,
      toChatCall(options, providerName, this.defaults),
      v1Parts(providerName),
    );
    return {
      stream,
      rawCall: rawCall(request.body),
      rawResponse: response,
      request: { body: JSON.stringify(request.body) },
      warnings: warnings.map(toV1Warning),
    };
  }
}

function rawCall(body: Readonly<Record<string, unknown>>): {
  rawPrompt: unknown;
  rawSettings: Record<string, unknown>;
} {
  const { messages: rawPrompt, ...rawSettings } = body;
  return { rawPrompt, rawSettings };
}
