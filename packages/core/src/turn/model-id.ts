/** Chat models known in November 2026; any other string is accepted as it is. */
export type ChatModelId =
  | 'GigaChat-2'
  | 'GigaChat-2-Pro'
  | 'GigaChat-2-Max'
  | 'GigaChat-2-Reasoning'
  | 'GigaChat-3-Lightning'
  | 'GigaChat-3-Pro'
  | 'GigaChat-3-Ultra'
  | 'GigaChat'
  | 'GigaChat-Pro'
  | 'GigaChat-Max'
  | (string & {});

/** Embedding models known in November 2026; any other string is accepted as it is. */
export type EmbeddingModelId =
  | 'Embeddings'
  | 'Embeddings-2'
  | 'EmbeddingsGigaR'
  | 'GigaEmbeddings-3B-2025-09'
  | (string & {});
