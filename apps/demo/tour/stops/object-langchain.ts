import { ChatGigaChat } from '@gigakit/langchain';
import { z } from 'zod';
import { fromUsageMetadata } from '../from-usage-metadata.ts';
import type { Stop } from '../stop.ts';

const person = z.object({
  name: z.string().describe('Имя'),
  age: z.number().int().describe('Возраст в годах'),
  city: z.string().describe('Город'),
});

/** Words in, a checked object out, through `withStructuredOutput`. */
export const objectLangChain: Stop = {
  topic: 'object',
  adapter: 'LangChain',
  title: { ru: 'Ответ по схеме', en: 'Structured output' },
  question: { ru: 'Анне 34 года, она живёт в Казани.', en: 'Anna is 34 years old and lives in Kazan.' },
  run: async ({ client, model, question }) => {
    const chat = new ChatGigaChat({ client, model }).withStructuredOutput(person, {
      name: 'person',
      strict: true,
      includeRaw: true,
    });
    const { raw, parsed } = await chat.invoke(question);
    if (parsed === null) throw new Error(`The answer does not fit the schema: ${raw.text}`);
    const { name, age, city } = parsed;
    return {
      text: `${name}, ${age}, ${city}`,
      usage: fromUsageMetadata([raw]),
      found: { type: 'object', value: { name, age, city } },
    };
  },
};
