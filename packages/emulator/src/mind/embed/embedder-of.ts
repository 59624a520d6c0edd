export interface Embedder {
  readonly dimensions: number;
  /** L2 norm of its vectors: they come unnormalised, 29.2 as recorded for `Embeddings`, the others in proportion. */
  readonly norm: number;
}

const embedders: ReadonlyMap<string, Embedder> = new Map([
  ['Embeddings', { dimensions: 1024, norm: 29.2 }],
  ['Embeddings-2', { dimensions: 1024, norm: 29.2 }],
  ['EmbeddingsGigaR', { dimensions: 2560, norm: 46.2 }],
  ['GigaEmbeddings-3B-2025-09', { dimensions: 2048, norm: 41.3 }],
]);

/** `undefined` for what is not an embedder. A version after a colon is not looked at. */
export function embedderOf(model: string): Embedder | undefined {
  return embedders.get(model.split(':')[0] ?? model);
}
