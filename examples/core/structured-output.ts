// JSON of a shape you name. The server keeps to it as best it can, so the answer is validated.
import { GigaChat, type JsonSchema } from '@gigakit/core';
import { z } from 'zod';

const Person = z.object({ name: z.string(), age: z.number(), city: z.string() });

await using giga = new GigaChat({ model: 'GigaChat-2-Pro' });
const turn = await giga.chat.generate({
  messages: [{ role: 'user', content: 'Анна, 34 года, живёт в городе Казань.' }],
  responseFormat: { type: 'json-schema', schema: z.toJSONSchema(Person) as JsonSchema, strict: true },
});

const person = Person.parse(JSON.parse(turn.text));
console.log(person);
