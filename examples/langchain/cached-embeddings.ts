// Vectors that are asked for once: the second time they come from the store.
import { GigaChatEmbeddings } from '@gigakit/langchain';
import { CacheBackedEmbeddings } from '@langchain/classic/embeddings/cache_backed';
import { InMemoryStore } from '@langchain/core/stores';

let requests = 0;
const embeddings = new GigaChatEmbeddings({ onUsage: () => (requests += 1) });
const cached = CacheBackedEmbeddings.fromBytesStore(embeddings, new InMemoryStore<Uint8Array>(), {
  namespace: embeddings.model,
});

const texts = ['Сыр хранят в холодильнике.', 'Велосипед зимой держат в сарае.'];
const first = await cached.embedDocuments(texts);
const again = await cached.embedDocuments(texts);
console.log(
  `${first.length} vectors of ${embeddings.dimensions}, then ${again.length}, in ${requests} request`,
);
