import {
  chatModels,
  embeddingModels,
  type ChatModelInfo,
  type EmbeddingModelInfo,
  type ModelInfo,
} from './model-catalogue.ts';

/** The id without the version that answers add: `GigaChat-2-Pro:2.0.28.2` is `GigaChat-2-Pro`. */
export function baseModelId(id: string): string {
  const colon = id.lastIndexOf(':');
  return colon === -1 ? id : id.slice(0, colon);
}

const byId: ReadonlyMap<string, ModelInfo> = new Map(
  [...Object.values(chatModels), ...Object.values(embeddingModels)].map((model) => [model.id, model]),
);

/**
 * What is known of a model, by its id as asked for or as answered. A preview counts as the model it previews.
 * `undefined` for models made after this release.
 */
export const findModel = (id: string): ModelInfo | undefined => {
  const bare = baseModelId(id);
  return byId.get(bare) ?? byId.get(bare.replace(/-preview$/, ''));
};

export const findChatModel = (id: string): ChatModelInfo | undefined => {
  const model = findModel(id);
  return model?.type === 'chat' ? model : undefined;
};

export const findEmbeddingModel = (id: string): EmbeddingModelInfo | undefined => {
  const model = findModel(id);
  return model?.type === 'embedding' ? model : undefined;
};

/** Whether the id names a chat model: a known one, or an unknown one that is called like the others. */
export const isChatModel = (id: string): boolean =>
  findChatModel(id) !== undefined || /^GigaChat(-|$)/.test(baseModelId(id));

/** Whether the id names an embedding model: a known one, or an unknown one that is called like the others. */
export const isEmbeddingModel = (id: string): boolean =>
  findEmbeddingModel(id) !== undefined || /^(Giga)?Embeddings/.test(baseModelId(id));

/** Whether the model reads pictures: `undefined` when nobody has published it. */
export const supportsVision = (id: string): boolean | undefined => {
  const model = findModel(id);
  return model?.type === 'embedding' ? false : model?.supportsVision;
};
