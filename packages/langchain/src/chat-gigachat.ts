import type { GigaChat } from '@gigakit/core';
import type { CallbackManagerForLLMRun, Callbacks } from '@langchain/core/callbacks/manager';
import type {
  BaseLanguageModelInput,
  StructuredOutputMethodOptions,
} from '@langchain/core/language_models/base';
import {
  BaseChatModel,
  type BindToolsInput,
  type LangSmithParams,
} from '@langchain/core/language_models/chat_models';
import type { ChatModelStreamEvent } from '@langchain/core/language_models/event';
import type { ModelProfile } from '@langchain/core/language_models/profile';
import {
  coerceMessageLikeToMessage,
  type AIMessageChunk,
  type BaseMessage,
  type BaseMessageLike,
  type MessageContent,
} from '@langchain/core/messages';
import type { ChatGenerationChunk, ChatResult, LLMResult } from '@langchain/core/outputs';
import type { Runnable } from '@langchain/core/runnables';
import { getEnvironmentVariable } from '@langchain/core/utils/env';
import { concat } from '@langchain/core/utils/stream';
import type { SerializableSchema } from '@langchain/core/utils/standard_schema';
import type { InteropZodType } from '@langchain/core/utils/types';
import type { ChatGigaChatCallOptions, ChatGigaChatFields } from './chat-gigachat-options.ts';
import { callKeys, secretFields, serializableKeys } from './chat-gigachat-keys.ts';
import { clientSource, timeoutMsOf } from './client-from-fields.ts';
import { fromGigaChatError } from './convert/from-gigachat-error.ts';
import { createChunkConverter } from './convert/from-turn-event.ts';
import { createStreamEventConverter } from './convert/from-turn-event-to-stream-event.ts';
import { fromTurnResult } from './convert/from-turn-result.ts';
import {
  sampling,
  toCallOptions,
  toTurnParameters,
  toTurnRequest,
  type RequestDefaults,
} from './convert/to-turn-request.ts';
import { toTurnTools } from './convert/to-turn-tools.ts';
import { toWholeMessage } from './convert/to-whole-message.ts';
import { countByApi, estimateTokens, textOfContent, textOfMessage } from './count-tokens.ts';
import { mediaFingerprint } from './media-fingerprint.ts';
import { modelProfile } from './model-profiles.ts';
import { registerContentBlocks } from './register-content-blocks.ts';
import { structuredOutput } from './structured-output.ts';
import { packageVersion } from './version.ts';

registerContentBlocks();

/**
 * GigaChat as a LangChain chat model.
 *
 * Retries, timeouts, sign-in and concurrency are the client's, for streams as well; LangChain's own retrying is off.
 * Calls reject with `ChatGigaChatError` (its `cause` is the client's error), with `ContextOverflowError` for a prompt
 * that does not fit, or with the reason of the signal that was aborted.
 */
export class ChatGigaChat extends BaseChatModel<ChatGigaChatCallOptions> {
  static override lc_name(): string {
    return 'ChatGigaChat';
  }

  override lc_serializable = true;
  /** The model every call uses unless it names another. */
  model: string;
  streaming: boolean;
  streamUsage: boolean;
  readonly useApiForTokens: boolean;
  readonly #client: () => GigaChat;
  readonly #fields: ChatGigaChatFields;
  readonly #defaults: Omit<RequestDefaults, 'model'>;

  constructor(fields?: ChatGigaChatFields);
  constructor(model: string, fields?: Omit<ChatGigaChatFields, 'model'>);
  constructor(modelOrFields: string | ChatGigaChatFields = {}, rest: ChatGigaChatFields = {}) {
    const fields = typeof modelOrFields === 'string' ? { ...rest, model: modelOrFields } : modelOrFields;
    // Retries and concurrency belong to the client, so LangChain's caller is told to do nothing.
    super({ ...fields, maxRetries: 0, maxConcurrency: Number.POSITIVE_INFINITY } as ConstructorParameters<
      typeof BaseChatModel
    >[0]);
    this.lc_kwargs = Object.fromEntries(
      Object.entries(fields).filter(([key]) => serializableKeys.includes(key)),
    );
    this._addVersion('@gigakit/langchain', packageVersion);
    this.#fields = fields;
    this.#client = clientSource(fields);
    this.model = fields.model ?? fields.modelName ?? fields.client?.model ?? environmentModel();
    this.streaming = fields.streaming ?? false;
    this.streamUsage = fields.streamUsage ?? true;
    this.useApiForTokens = fields.useApiForTokens ?? false;
    this.disableStreaming = fields.disableStreaming ?? false;
    const stop = fields.stop ?? fields.stopSequences;
    this.#defaults = {
      ...sampling({}, {
        ...fields,
        ...(stop === undefined || stop.length === 0 ? {} : { stop }),
      } as RequestDefaults),
      anyToolChoice: fields.anyToolChoice ?? 'auto',
    };
  }

  /** The client underneath: files, images, balance and the rest of the API. */
  get client(): GigaChat {
    return this.#client();
  }

  override _llmType(): string {
    return 'gigachat';
  }

  override get lc_secrets(): Record<string, string> {
    return { ...secretFields };
  }

  /** What a trace may show. An allow-list: clients, callbacks, certificates and keys are not on it. */
  override get lc_serializable_keys(): string[] {
    return serializableKeys;
  }

  override toJSON(): ReturnType<BaseChatModel['toJSON']> {
    const json = super.toJSON();
    if (json.type !== 'constructor') return json;
    const secrets: Record<string, unknown> = {};
    for (const [field, variable] of Object.entries(secretFields)) {
      if (this.#fields[field as keyof typeof secretFields] === undefined) continue;
      const key = field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
      secrets[key] = { lc: 1, type: 'secret', id: [variable] };
    }
    return { ...json, kwargs: { ...json.kwargs, ...secrets } };
  }

  override get callKeys(): string[] {
    return [...super.callKeys, ...callKeys];
  }

  override get profile(): ModelProfile {
    return { ...modelProfile(this.model), ...this.#fields.profile };
  }

  override getLsParams(options: this['ParsedCallOptions']): LangSmithParams {
    const { temperature, maxTokens, stop } = sampling(options, this.#defaults);
    return {
      ls_provider: 'gigachat',
      ls_model_name: options.model ?? this.model,
      ls_model_type: 'chat',
      ls_temperature: temperature,
      ls_max_tokens: maxTokens,
      ls_stop: stop === undefined ? undefined : [...stop],
    } as LangSmithParams;
  }

  /** What the run is traced with: the request without its messages. Never throws: what cannot be sent fails later, in the call. */
  override invocationParams(options?: this['ParsedCallOptions']): Record<string, unknown> {
    const defaults = this.#requestDefaults();
    try {
      const { tools, toolChoice, responseFormat, ...rest } = toTurnParameters(options ?? {}, defaults);
      return {
        ...rest,
        ...(tools === undefined ? {} : { tools }),
        ...(toolChoice === undefined ? {} : { tool_choice: toolChoice }),
        ...(responseFormat === undefined ? {} : { response_format: responseFormat }),
      };
    } catch {
      return { model: options?.model ?? this.model, ...sampling(options ?? {}, this.#defaults) };
    }
  }

  /** Everything that makes answers differ, for the cache key. */
  override _identifyingParams(): Record<string, unknown> {
    const { api, baseUrl, baseUrlV2, scope } = this.#fields;
    return {
      model: this.model,
      ...this.#defaults,
      api: api ?? getEnvironmentVariable('GIGACHAT_API'),
      baseUrl: baseUrl ?? getEnvironmentVariable('GIGACHAT_BASE_URL'),
      baseUrlV2: baseUrlV2 ?? getEnvironmentVariable('GIGACHAT_BASE_URL_V2'),
      scope,
    };
  }

  override _getSerializedCacheKeyParametersForCall(
    options: ChatGigaChatCallOptions & { config?: Record<string, unknown> },
  ): string {
    const said: Record<string, unknown> = { ...options };
    // How a call is sent, watched or stopped changes nothing in its answer.
    for (const key of [
      'signal',
      'timeout',
      'timeoutMs',
      'maxRetries',
      'requestId',
      'callbacks',
      'promptIndex',
    ]) {
      delete said[key];
    }
    if (options.tools !== undefined) said['tools'] = toTurnTools(options.tools);
    return super._getSerializedCacheKeyParametersForCall(said);
  }

  override _combineLLMOutput(...outputs: LLMResult['llmOutput'][]): LLMResult['llmOutput'] {
    const tokenUsage = { promptTokens: 0, completionTokens: 0, totalTokens: 0 };
    for (const output of outputs) {
      const usage: Partial<typeof tokenUsage> | undefined = output?.['tokenUsage'];
      tokenUsage.promptTokens += usage?.promptTokens ?? 0;
      tokenUsage.completionTokens += usage?.completionTokens ?? 0;
      tokenUsage.totalTokens += usage?.totalTokens ?? 0;
    }
    return { tokenUsage };
  }

  override async generate(
    messages: BaseMessageLike[][],
    options?: string[] | Partial<ChatGigaChatCallOptions>,
    callbacks?: Callbacks,
  ): Promise<LLMResult> {
    if (this.cache === undefined) return super.generate(messages, options, callbacks);
    const fingerprint = await mediaFingerprint(messages.flat().map(coerceMessageLikeToMessage));
    if (fingerprint === undefined) return super.generate(messages, options, callbacks);
    const named = Array.isArray(options) ? { stop: options } : options;
    return super.generate(messages, { ...named, mediaFingerprint: fingerprint }, callbacks);
  }

  override async _generate(
    messages: BaseMessage[],
    options: this['ParsedCallOptions'],
    runManager?: CallbackManagerForLLMRun,
  ): Promise<ChatResult> {
    options.signal?.throwIfAborted();
    if (this.streaming) return this.#generateByStream(messages, options, runManager);
    try {
      const request = toTurnRequest(messages, options, this.#requestDefaults());
      const result = await this.#client().chat.generate(request, this.#callOptions(options));
      return fromTurnResult(result, result.requestId ?? newMessageId());
    } catch (error) {
      throw fromGigaChatError(error);
    }
  }

  override async *_streamResponseChunks(
    messages: BaseMessage[],
    options: this['ParsedCallOptions'],
    runManager?: CallbackManagerForLLMRun,
  ): AsyncGenerator<ChatGenerationChunk> {
    options.signal?.throwIfAborted();
    try {
      const stream = await this.#openStream(messages, options);
      const toChunk = createChunkConverter({
        messageId: stream.requestId ?? newMessageId(),
        withUsage: options.streamUsage ?? this.streamUsage,
      });
      for await (const batch of stream.batches) {
        for (const event of batch) {
          if (event.type === 'tool-progress')
            await runManager?.handleCustomEvent('gigachat-tool-progress', event);
          const chunk = toChunk(event);
          if (chunk === undefined) continue;
          yield chunk;
          await runManager?.handleLLMNewToken(
            chunk.text,
            { prompt: 0, completion: 0 },
            undefined,
            undefined,
            undefined,
            { chunk },
          );
        }
      }
    } catch (error) {
      // LangChain looks at the signal itself then, and keeps what had arrived.
      if (options.signal?.aborted === true) return;
      throw fromGigaChatError(error);
    }
  }

  override async *_streamChatModelEvents(
    messages: BaseMessage[],
    options: this['ParsedCallOptions'],
    _runManager?: CallbackManagerForLLMRun,
  ): AsyncGenerator<ChatModelStreamEvent> {
    options.signal?.throwIfAborted();
    try {
      const stream = await this.#openStream(messages, options);
      const toEvents = createStreamEventConverter({
        messageId: stream.requestId ?? newMessageId(),
        withUsage: options.streamUsage ?? this.streamUsage,
      });
      for await (const batch of stream.batches) for (const event of batch) yield* toEvents(event);
    } catch (error) {
      throw fromGigaChatError(error);
    }
  }

  /**
   * The model with tools to call: LangChain tools, functions in OpenAI's or GigaChat's form, or built-ins such as
   * `{ type: 'web-search' }`.
   * @throws InvalidRequestError naming the tool that is none of these.
   */
  override bindTools(
    tools: readonly (BindToolsInput | Record<string, unknown>)[],
    kwargs: Partial<ChatGigaChatCallOptions> = {},
  ): Runnable<BaseLanguageModelInput, AIMessageChunk, ChatGigaChatCallOptions> {
    return this.withConfig({ tools: toTurnTools(tools), ...kwargs });
  }

  /**
   * The model with an answer of a given shape. The method is `jsonSchema` where the model's profile has
   * `structuredOutput`, else `functionCalling`. A Zod or Standard Schema validates what comes back; a JSON Schema does not.
   */
  override withStructuredOutput<RunOutput extends object = Record<string, unknown>>(
    outputSchema: InteropZodType<RunOutput> | SerializableSchema<RunOutput> | Record<string, unknown>,
    config?: StructuredOutputMethodOptions,
  ): Runnable<BaseLanguageModelInput, RunOutput>;
  override withStructuredOutput<RunOutput extends object = Record<string, unknown>>(
    outputSchema: InteropZodType<RunOutput> | SerializableSchema<RunOutput> | Record<string, unknown>,
    config?: StructuredOutputMethodOptions<true>,
  ): Runnable<BaseLanguageModelInput, { raw: BaseMessage; parsed: RunOutput }>;
  override withStructuredOutput<RunOutput extends object = Record<string, unknown>>(
    outputSchema: InteropZodType<RunOutput> | SerializableSchema<RunOutput> | Record<string, unknown>,
    config: StructuredOutputMethodOptions<boolean> = {},
  ):
    | Runnable<BaseLanguageModelInput, RunOutput>
    | Runnable<BaseLanguageModelInput, { raw: BaseMessage; parsed: RunOutput }> {
    const byDefault = this.profile.structuredOutput === true ? 'jsonSchema' : 'functionCalling';
    return structuredOutput<RunOutput>(this, outputSchema, config, byDefault);
  }

  /** Tokens of a text: an estimate, or the API's own count with `useApiForTokens`. */
  override async getNumTokens(content: MessageContent): Promise<number> {
    const text = textOfContent(content);
    if (!this.useApiForTokens) return estimateTokens(text);
    const [count] = await countByApi(this.#client(), this.model, [text]);
    return count ?? 0;
  }

  /** Tokens of each message and of all, for middleware that trims histories. */
  async getNumTokensFromMessages(
    messages: BaseMessage[],
  ): Promise<{ totalCount: number; countPerMessage: number[] }> {
    const texts = messages.map(textOfMessage);
    const countPerMessage = this.useApiForTokens
      ? await countByApi(this.#client(), this.model, texts)
      : texts.map(estimateTokens);
    return { totalCount: countPerMessage.reduce((sum, count) => sum + count, 0), countPerMessage };
  }

  async #generateByStream(
    messages: BaseMessage[],
    options: this['ParsedCallOptions'],
    runManager?: CallbackManagerForLLMRun,
  ): Promise<ChatResult> {
    let whole: ChatGenerationChunk | undefined;
    for await (const chunk of this._streamResponseChunks(messages, options, runManager)) {
      whole = whole === undefined ? chunk : concat(whole, chunk);
    }
    options.signal?.throwIfAborted();
    if (whole === undefined) throw new Error('GigaChat sent an empty stream.');
    return { generations: [{ text: whole.text, message: toWholeMessage(whole.message) }] };
  }

  async #openStream(messages: BaseMessage[], options: this['ParsedCallOptions']) {
    const request = toTurnRequest(messages, options, this.#requestDefaults());
    return this.#client().chat.stream(request, this.#callOptions(options));
  }

  #requestDefaults(): RequestDefaults {
    return { ...this.#defaults, model: this.model };
  }

  #callOptions(options: this['ParsedCallOptions']) {
    const { maxRetries, sessionId } = this.#fields;
    return toCallOptions(options, { timeoutMs: timeoutMsOf(this.#fields), maxRetries, sessionId });
  }
}

const environmentModel = (): string => getEnvironmentVariable('GIGACHAT_MODEL') ?? 'GigaChat-2';

const newMessageId = (): string => `gigachat-${crypto.randomUUID()}`;
