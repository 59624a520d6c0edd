/** Texts that go out in one request. */
export interface EmbeddingBatch {
  /** Index of the first text in the whole input. */
  readonly offset: number;
  readonly texts: readonly string[];
}

/** Texts in a request where the caller says nothing. */
const defaultMaxTexts = 90;
const maxCharacters = 1_000_000;

/**
 * Cuts the input where either limit is reached. The server publishes none; these are what its own integrations
 * have lived with. A single text above the limit goes alone, and the server decides.
 */
export function* splitEmbeddingInput(
  texts: readonly string[],
  maxTexts = defaultMaxTexts,
): Generator<EmbeddingBatch> {
  let offset = 0;
  let characters = 0;
  for (let index = 0; index < texts.length; index += 1) {
    const length = texts[index]?.length ?? 0;
    const isFull = index - offset === maxTexts || characters + length > maxCharacters;
    if (isFull && index > offset) {
      yield { offset, texts: texts.slice(offset, index) };
      offset = index;
      characters = 0;
    }
    characters += length;
  }
  if (offset < texts.length) yield { offset, texts: texts.slice(offset) };
}
