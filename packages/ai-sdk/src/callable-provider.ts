/** A provider that is also a function: `gigachat(id)` is `gigachat.languageModel(id)`. */
export function callableProvider<Model, Members extends object>(
  createModel: (modelId: string) => Model,
  members: Members,
): ((modelId: string) => Model) & Members {
  const provider = function (modelId: string): Model {
    if (new.target !== undefined) {
      throw new TypeError('A GigaChat provider is called without new: gigachat("GigaChat-2-Pro").');
    }
    return createModel(modelId);
  };
  return Object.assign(provider, members);
}
