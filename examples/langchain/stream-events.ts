// The typed stream of blocks: text, tool calls, reasoning and usage apart from one another.
import { ChatGigaChat } from '@gigakit/langchain';
import { z } from 'zod';

const model = new ChatGigaChat();
const weather = {
  name: 'get_weather',
  description: 'Погода в городе',
  schema: z.object({ city: z.string().describe('Город') }),
};

const stream = model.streamEvents('Какая погода в Москве?', { tools: [weather] });

for await (const piece of stream.text) process.stdout.write(piece);
for await (const call of stream.toolCalls) console.log('call:', call.name, call.args);
console.log('tokens:', await stream.usage);
