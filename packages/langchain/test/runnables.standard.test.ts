import { CacheBackedEmbeddings } from '@langchain/classic/embeddings/cache_backed';
import { MemoryVectorStore } from '@langchain/classic/vectorstores/memory';
import { Document } from '@langchain/core/documents';
import { StringOutputParser } from '@langchain/core/output_parsers';
import { ChatPromptTemplate } from '@langchain/core/prompts';
import { RunnablePassthrough, RunnableSequence } from '@langchain/core/runnables';
import { InMemoryStore } from '@langchain/core/stores';
import { RecursiveCharacterTextSplitter } from '@langchain/textsplitters';
import { expect, test } from 'vitest';
import { GigaChatEmbeddings } from '../src/index.ts';
import { emulated } from './emulated.ts';

// The calls around retrieval, numbered as the coverage page does.

test('19: a chain over a vector store answers the same whole and streamed', async () => {
  const { model, settings, emulator, bodies } = emulated();
  emulator.when({ path: /chat/ }, { type: 'answer', text: ['Сыр хранят ', 'в холодильнике.'] });
  const splitter = new RecursiveCharacterTextSplitter({ chunkSize: 60, chunkOverlap: 0 });
  const documents = await splitter.splitDocuments([
    new Document({ pageContent: 'Сыр хранят в холодильнике, завернув в пергамент.' }),
    new Document({ pageContent: 'Велосипед зимой держат в сухом сарае.' }),
  ]);
  const store = await MemoryVectorStore.fromDocuments(documents, new GigaChatEmbeddings(settings));
  const chain = RunnableSequence.from([
    {
      context: store
        .asRetriever(1)
        .pipe((found: Document[]) => found.map((one) => one.pageContent).join('\n')),
      question: new RunnablePassthrough<string>(),
    },
    ChatPromptTemplate.fromTemplate('Контекст: {context}\nВопрос: {question}'),
    model,
    new StringOutputParser(),
  ]);
  const whole = await chain.invoke('Как хранить сыр?');
  let streamed = '';
  for await (const piece of await chain.stream('Как хранить сыр?')) streamed += piece;
  expect(whole).toBe('Сыр хранят в холодильнике.');
  expect(streamed).toBe(whole);
  expect(bodies()[0]?.messages[0]?.content).toContain('завернув в пергамент');
});

test('20: CacheBackedEmbeddings embeds the same documents once', async () => {
  const { settings, emulator } = emulated();
  const embeddings = new GigaChatEmbeddings(settings);
  const cached = CacheBackedEmbeddings.fromBytesStore(embeddings, new InMemoryStore<Uint8Array>(), {
    namespace: embeddings.model,
  });
  const first = await cached.embedDocuments(['раз', 'два']);
  expect(await cached.embedDocuments(['раз', 'два'])).toEqual(first);
  expect(emulator.journal.filter(({ endpoint }) => endpoint === 'embeddings')).toHaveLength(1);
});
