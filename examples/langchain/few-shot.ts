// Examples in the prompt show the model what is wanted.
import { ChatGigaChat } from '@gigakit/langchain';
import { ChatPromptTemplate, FewShotChatMessagePromptTemplate } from '@langchain/core/prompts';

const examples = [
  { input: 'Тональность: Обожаю этот чайник!', output: 'Позитивная.' },
  { input: 'Тональность: Сломался на второй день.', output: 'Негативная.' },
];
const fewShot = new FewShotChatMessagePromptTemplate({
  examplePrompt: ChatPromptTemplate.fromMessages([
    ['human', '{input}'],
    ['ai', '{output}'],
  ]),
  examples,
  inputVariables: [],
});
const prompt = ChatPromptTemplate.fromMessages([
  ['system', 'Определи тональность отзыва.'],
  ...(await fewShot.formatMessages({})),
  ['human', 'Тональность: {review}'],
]);

const answer = await prompt
  .pipe(new ChatGigaChat({ temperature: 0 }))
  .invoke({ review: 'Ужасно, не советую.' });
console.log(answer.text);
