// Questions answered from twenty texts, with the text each answer comes from.
import { readdir, readFile } from 'node:fs/promises';
import { ChatGigaChat, GigaChatEmbeddings } from '@gigakit/langchain';
import { MemoryVectorStore } from '@langchain/classic/vectorstores/memory';
import { Document } from '@langchain/core/documents';
import { StringOutputParser } from '@langchain/core/output_parsers';
import { ChatPromptTemplate } from '@langchain/core/prompts';

const folder = new URL('texts/', import.meta.url);
const documents: Document[] = [];
for (const source of await readdir(folder)) {
  documents.push(
    new Document({ pageContent: await readFile(new URL(source, folder), 'utf8'), metadata: { source } }),
  );
}
const store = await MemoryVectorStore.fromDocuments(documents, new GigaChatEmbeddings({ normalize: true }));

const chain = ChatPromptTemplate.fromMessages([
  ['system', 'Ответь на вопрос одним предложением из контекста.\n\nКонтекст:\n{context}'],
  ['human', '{question}'],
])
  .pipe(new ChatGigaChat({ temperature: 0 }))
  .pipe(new StringOutputParser());

for (const question of [
  'Сколько стоит билет на паром?',
  'Как зовут кошек, которые живут в библиотеке?',
  'Какого года рояль в концертном зале?',
]) {
  const [best] = await store.similaritySearch(question, 1);
  const answer = await chain.invoke({ question, context: best?.pageContent ?? '' });
  console.log(`${question}\n  ${answer}\n  source: ${String(best?.metadata['source'])}`);
}
