// Texts as vectors: which of them is nearest to a question?
import { gigachat } from '@gigakit/ai-sdk';
import { cosineSimilarity, embed, embedMany } from 'ai';

const model = gigachat.embeddingModel('Embeddings');
const values = ['Кот спит на диване', 'Курс рубля вырос', 'Завтра ожидается снег'];

const { embeddings, usage } = await embedMany({ model, values });
const { embedding } = await embed({ model, value: 'Какая будет погода?' });

for (const [index, value] of values.entries()) {
  console.log(cosineSimilarity(embedding, embeddings[index] ?? []).toFixed(3), value);
}
console.log(usage.tokens, 'tokens');
