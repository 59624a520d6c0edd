import { createGigaChat } from '@gigakit/ai-sdk';
import { cosineSimilarity, embedMany } from 'ai';
import type { Language } from '../language.ts';
import type { Stop } from '../stop.ts';

const sentences: Readonly<Record<Language, readonly string[]>> = {
  ru: ['Кот спит на диване', 'Курс рубля вырос', 'Завтра ожидается снег и ветер', 'Пирог с яблоками готов'],
  en: [
    'The cat sleeps on the sofa',
    'The exchange rate has risen',
    'Snow and wind tomorrow',
    'The apple pie is ready',
  ],
};

/** Sentences as vectors, through `embedMany`: which of them are nearest to a question? */
export const embeddingsAiSdk: Stop = {
  topic: 'embeddings',
  adapter: 'AI SDK',
  title: { ru: 'Эмбеддинги и ближайшие соседи', en: 'Embeddings and nearest neighbours' },
  question: { ru: 'Будет ли завтра снег?', en: 'Will there be snow tomorrow?' },
  run: async ({ client, language, question }) => {
    const model = createGigaChat({ client }).embeddingModel('Embeddings');
    const values = [question, ...sentences[language]];
    const { embeddings, usage } = await embedMany({ model, values });
    const [asked = [], ...vectors] = embeddings;
    const neighbours = vectors
      .map((vector, index) => ({
        text: sentences[language][index] ?? '',
        similarity: cosineSimilarity(asked, vector),
      }))
      .toSorted((one, other) => other.similarity - one.similarity);
    return {
      text: neighbours[0]?.text ?? '',
      usage: { inputTokens: usage.tokens, outputTokens: undefined },
      found: { type: 'neighbours', neighbours },
    };
  },
};
