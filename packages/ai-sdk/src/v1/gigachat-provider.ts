import type { ProviderV1 } from '@ai-sdk/provider-v1';
import type { ChatModelId, EmbeddingModelId } from '@gigakit/core/turn';
import { createProvider } from '../create-provider.ts';
import type { GigaChatEmbeddingModelOptions } from '../embedding-model-options.ts';
import type { GigaChatProviderSettings } from '../gigachat-provider-settings.ts';
import type { GigaChatLanguageModelOptions } from '../language-model-options.ts';
import { anyObjectSchema } from '../tools/any-object-schema.ts';
import { type GigaChatTools, gigachatTools } from '../tools/gigachat-tools.ts';
import { GigaChatEmbeddingModel } from './gigachat-embedding-model.ts';
import { GigaChatImageModel } from './gigachat-image-model.ts';
import { GigaChatLanguageModel } from './gigachat-language-model.ts';

/** A tool that GigaChat runs itself. `ai` 4 has no word for that: it passes the tool on and shows the answer. */
export interface GigaChatTool {
  type: 'provider-defined';
  id: `gigachat.${string}`;
  name: string;
  args: Record<string, unknown>;
  parameters: never;
}

/** GigaChat for `ai` 4. `gigachat('GigaChat-2-Pro')` is a language model; the methods give the other kinds. */
export interface GigaChatProvider extends ProviderV1 {
  (modelId: ChatModelId, options?: GigaChatLanguageModelOptions): GigaChatLanguageModel;
  /** `options` stand in every call of the model that does not say otherwise. */
  languageModel(modelId: ChatModelId, options?: GigaChatLanguageModelOptions): GigaChatLanguageModel;
  /** The same as `languageModel`. */
  chat(modelId: ChatModelId, options?: GigaChatLanguageModelOptions): GigaChatLanguageModel;
  embeddingModel(modelId: EmbeddingModelId, options?: GigaChatEmbeddingModelOptions): GigaChatEmbeddingModel;
  /** The name `ai` 4 itself uses for `embeddingModel`. */
  textEmbeddingModel(
    modelId: EmbeddingModelId,
    options?: GigaChatEmbeddingModelOptions,
  ): GigaChatEmbeddingModel;
  /** Draws with a chat model: `imageModel('GigaChat-2-Pro')`. */
  imageModel(modelId: ChatModelId): GigaChatImageModel;
  tools: GigaChatTools<GigaChatTool>;
}

/** A provider with settings of its own. Nothing is read or sent until the first request. */
export function createGigaChat(settings: GigaChatProviderSettings = {}): GigaChatProvider {
  return createProvider(
    settings,
    {
      languageModel: (context, options?: GigaChatLanguageModelOptions) =>
        new GigaChatLanguageModel(context, options),
      embeddingModel: (context, options?: GigaChatEmbeddingModelOptions) =>
        new GigaChatEmbeddingModel(context, options),
      imageModel: (context) => new GigaChatImageModel(context),
    },
    () => ({
      tools: gigachatTools((id, args): GigaChatTool => ({
        type: 'provider-defined',
        id: `gigachat.${id}`,
        name: id,
        args,
        parameters: anyObjectSchema,
      })),
    }),
  );
}

/** The provider that takes everything from the environment: `GIGACHAT_CREDENTIALS` is enough. */
export const gigachat: GigaChatProvider = createGigaChat();
