import { ChatGigaChat, GigaChatEmbeddings } from '@gigakit/langchain';
import { MemoryVectorStore } from '@langchain/classic/vectorstores/memory';
import { AIMessageChunk } from '@langchain/core/messages';
import { ChatPromptTemplate } from '@langchain/core/prompts';
import { concat } from '@langchain/core/utils/stream';
import { fromUsageMetadata } from '../from-usage-metadata.ts';
import type { Stop } from '../stop.ts';
import { passages } from '../texts/passages.ts';

/** An answer out of our own texts, with the text it was found in, through LangChain's vector store and prompt. */
export const ragLangChain: Stop = {
  topic: 'rag',
  adapter: 'LangChain',
  title: { ru: 'Ответ по своим текстам (RAG)', en: 'An answer from your own texts (RAG)' },
  question: { ru: 'Сколько стоит билет на паром?', en: 'How much does a ferry ticket cost?' },
  run: async ({ client, model, language, question, say }) => {
    let embeddingTokens = 0;
    const embeddings = new GigaChatEmbeddings({
      client,
      onUsage: ({ inputTokens }) => (embeddingTokens += inputTokens ?? 0),
    });
    const texts = passages[language];
    const store = await MemoryVectorStore.fromTexts(
      texts.map(({ text }) => text),
      texts.map(({ name }) => ({ name })),
      embeddings,
    );
    const [nearest] = await store.similaritySearch(question, 1);
    const passage = nearest?.pageContent ?? '';

    const chain = ChatPromptTemplate.fromMessages([
      ['system', 'Ответь на вопрос одним предложением из контекста.\n\nКонтекст:\n{passage}'],
      ['human', '{question}'],
    ]).pipe(new ChatGigaChat({ client, model, temperature: 0 }));
    let whole = new AIMessageChunk('');
    for await (const chunk of await chain.stream({ passage, question })) {
      whole = concat(whole, chunk);
      say(chunk.text);
    }

    const { inputTokens, outputTokens } = fromUsageMetadata([whole]);
    return {
      text: whole.text,
      usage: { inputTokens: (inputTokens ?? 0) + embeddingTokens, outputTokens },
      found: { type: 'source', name: String(nearest?.metadata['name']), passage },
    };
  },
};
