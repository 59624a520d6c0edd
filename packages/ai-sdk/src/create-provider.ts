import { callableProvider } from './callable-provider.ts';
import type { GigaChatProviderSettings } from './gigachat-provider-settings.ts';
import { type ModelContext, type ProviderContext, providerContext } from './model-context.ts';

/** The classes of one major. */
export interface ProviderModels<Language, Embedding, Image> {
  readonly languageModel: (context: ModelContext) => Language;
  readonly embeddingModel: (context: ModelContext) => Embedding;
  readonly imageModel: (context: ModelContext) => Image;
}

/** What providers of every major have under the same names; `more` adds what one major alone has. */
export function createProvider<Language, Embedding, Image, More extends object>(
  settings: GigaChatProviderSettings,
  models: ProviderModels<Language, Embedding, Image>,
  more: (context: ProviderContext) => More,
) {
  const context = providerContext(settings);
  const languageModel = (modelId: string): Language => models.languageModel({ ...context, modelId });
  const embeddingModel = (modelId: string): Embedding => models.embeddingModel({ ...context, modelId });
  const imageModel = (modelId: string): Image => models.imageModel({ ...context, modelId });
  return callableProvider(languageModel, {
    languageModel,
    chat: languageModel,
    embeddingModel,
    textEmbeddingModel: embeddingModel,
    imageModel,
    ...more(context),
  });
}
