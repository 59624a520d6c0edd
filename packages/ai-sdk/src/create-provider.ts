import type { GigaChatProviderSettings } from './gigachat-provider-settings.ts';
import { type ModelContext, type ProviderContext, providerContext } from './model-context.ts';

/** How one major makes its models; the oldest takes options beside the id. */
export interface ProviderModels<
  Language,
  Embedding,
  Image,
  LanguageOptions extends readonly unknown[],
  EmbeddingOptions extends readonly unknown[],
> {
  readonly languageModel: (context: ModelContext, ...options: LanguageOptions) => Language;
  readonly embeddingModel: (context: ModelContext, ...options: EmbeddingOptions) => Embedding;
  readonly imageModel: (context: ModelContext) => Image;
}

/**
 * A provider that is also a function: `gigachat(id)` is `gigachat.languageModel(id)`. Every major has the same
 * names; `more` adds what one of them alone has.
 */
export function createProvider<
  Language,
  Embedding,
  Image,
  LanguageOptions extends readonly unknown[],
  EmbeddingOptions extends readonly unknown[],
  More extends object,
>(
  settings: GigaChatProviderSettings,
  models: ProviderModels<Language, Embedding, Image, LanguageOptions, EmbeddingOptions>,
  more: (context: ProviderContext) => More,
) {
  const context = providerContext(settings);
  const languageModel = (modelId: string, ...options: LanguageOptions): Language =>
    models.languageModel({ ...context, modelId }, ...options);
  const embeddingModel = (modelId: string, ...options: EmbeddingOptions): Embedding =>
    models.embeddingModel({ ...context, modelId }, ...options);
  const imageModel = (modelId: string): Image => models.imageModel({ ...context, modelId });

  const provider = function (modelId: string, ...options: LanguageOptions): Language {
    if (new.target !== undefined) {
      throw new TypeError('A GigaChat provider is called without new: gigachat("GigaChat-2-Pro").');
    }
    return languageModel(modelId, ...options);
  };
  return Object.assign(provider, {
    languageModel,
    chat: languageModel,
    embeddingModel,
    textEmbeddingModel: embeddingModel,
    imageModel,
    ...more(context),
  });
}
