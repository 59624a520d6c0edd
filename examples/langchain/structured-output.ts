// An answer of a given shape: the schema goes to the API, and what comes back is validated.
import { ChatGigaChat } from '@gigakit/langchain';
import { z } from 'zod';

const person = z.object({
  name: z.string().describe('Имя'),
  age: z.number().describe('Возраст'),
  city: z.string().describe('Город'),
});
const model = new ChatGigaChat().withStructuredOutput(person, { name: 'person', strict: true });

const { name, age, city } = await model.invoke('Анне 34 года, она живёт в Казани.');
console.log({ name, age, city });
