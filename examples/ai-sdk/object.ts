// Words in, a typed object out; the schema is kept by the server and checked here.
import { gigachat } from '@gigakit/ai-sdk';
import { Output, streamText } from 'ai';
import { z } from 'zod';

const person = z.object({
  name: z.string().describe('Имя'),
  age: z.number().int().describe('Возраст в годах'),
  city: z.string().describe('Город'),
});

const { partialOutputStream, output } = streamText({
  model: gigachat('GigaChat-2-Pro'),
  output: Output.object({ schema: person }),
  prompt: 'Извлеки данные: Анна, 34 года, живёт в Казани.',
});

for await (const partial of partialOutputStream) console.log(partial);
console.log('whole:', await output);
