// Questions answered from your texts: embed them, find the nearest, let the model read it.
import { gigachat } from '@gigakit/ai-sdk';
import { cosineSimilarity, embed, embedMany, generateText } from 'ai';

const texts = [
  'Паром ходит через реку с восьми до двадцати. Билет на паром стоит шестьдесят рублей.',
  'В библиотеке живут две кошки: Закладка и Сноска.',
  'Рояль в концертном зале сделан в 1961 году.',
];
const embedder = gigachat.embeddingModel('Embeddings');
const { embeddings } = await embedMany({ model: embedder, values: texts });

for (const question of ['Сколько стоит билет на паром?', 'Как зовут кошек в библиотеке?']) {
  const { embedding } = await embed({ model: embedder, value: question });
  const scores = embeddings.map((vector) => cosineSimilarity(embedding, vector));
  const context = texts[scores.indexOf(Math.max(...scores))];
  const { text } = await generateText({
    model: gigachat('GigaChat-2-Pro'),
    instructions: `Ответь на вопрос одним предложением из контекста.\n\nКонтекст:\n${context}`,
    prompt: question,
    temperature: 0,
  });
  console.log(`${question}\n  ${text}`);
}
