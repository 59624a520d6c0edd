// Search by meaning: vectors of length 1, so that a dot product is the cosine.
import { GigaChat } from '@gigakit/core';

const documents = [
  'Паром через реку ходит каждый час, билет стоит шестьдесят рублей.',
  'В библиотеке живут две кошки: Закладка и Сноска.',
  'Рояль в актовом зале настраивали в 1961 году.',
];
const question = 'Сколько стоит билет на паром?';

await using giga = new GigaChat();
const { embeddings, usage } = await giga.embeddings.create({
  input: [question, ...documents],
  normalize: 'l2',
});
const [asked = [], ...vectors] = embeddings;
const dot = (one: readonly number[]) => one.reduce((sum, value, i) => sum + value * (asked[i] ?? 0), 0);

const ranked = documents
  .map((text, index) => ({ text, score: dot(vectors[index] ?? []) }))
  .toSorted((one, other) => other.score - one.score);
for (const { text, score } of ranked) console.log(score.toFixed(3), text);
console.log(`${usage.inputTokens} tokens`);
