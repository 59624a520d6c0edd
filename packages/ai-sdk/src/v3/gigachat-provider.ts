import type { ProviderV3 } from '@ai-sdk/provider-v3';
import type { ChatModelId, EmbeddingModelId } from '@gigakit/core/turn';
import { createProvider } from '../create-provider.ts';
import type { GigaChatProviderSettings } from '../gigachat-provider-settings.ts';
import { anyObjectSchema } from '../tools/any-object-schema.ts';
import { type GigaChatTools, gigachatTools } from '../tools/gigachat-tools.ts';
import { GigaChatEmbeddingModel } from './gigachat-embedding-model.ts';
import { GigaChatImageModel } from './gigachat-image-model.ts';
import { GigaChatLanguageModel } from './gigachat-language-model.ts';

/** A tool of `ai` 6 that the provider runs itself; the mark of `ai` 7 is on it, too. */
export interface GigaChatTool {
  type: 'provider';
  isProviderExecuted: true;
  id: `gigachat.${string}`;
  args: Record<string, unknown>;
  inputSchema: never;
  outputSchema: never;
}

/** GigaChat for `ai` 6 (and 7). `gigachat('GigaChat-2-Pro')` is a language model; the methods give the other kinds. */
export interface GigaChatProvider extends ProviderV3 {
  (modelId: ChatModelId): GigaChatLanguageModel;
  languageModel(modelId: ChatModelId): GigaChatLanguageModel;
  /** The same as `languageModel`. */
  chat(modelId: ChatModelId): GigaChatLanguageModel;
  embeddingModel(modelId: EmbeddingModelId): GigaChatEmbeddingModel;
  /** The name `embeddingModel` had in older majors. */
  textEmbeddingModel(modelId: EmbeddingModelId): GigaChatEmbeddingModel;
  /** Draws with a chat model: `imageModel('GigaChat-2-Pro')`. */
  imageModel(modelId: ChatModelId): GigaChatImageModel;
  tools: GigaChatTools<GigaChatTool>;
}

/** A provider with settings of its own. Nothing is read or sent until the first request. */
export function createGigaChat(settings: GigaChatProviderSettings = {}): GigaChatProvider {
  return createProvider(
    settings,
    {
      languageModel: (context) => new GigaChatLanguageModel(context),
      embeddingModel: (context) => new GigaChatEmbeddingModel(context),
      imageModel: (context) => new GigaChatImageModel(context),
    },
    () => ({
      specificationVersion: 'v3' as const,
      tools: gigachatTools((id, args): GigaChatTool => ({
        type: 'provider',
        isProviderExecuted: true,
        id: `gigachat.${id}`,
        args,
        inputSchema: anyObjectSchema,
        outputSchema: anyObjectSchema,
      })),
    }),
  );
}

/** The provider that takes everything from the environment: `GIGACHAT_CREDENTIALS` is enough. */
export const gigachat: GigaChatProvider = createGigaChat();
