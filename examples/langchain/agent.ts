// An agent that calls a tool until it can answer.
import { ChatGigaChat } from '@gigakit/langchain';
import { createAgent, tool } from 'langchain';
import { z } from 'zod';

const weather = tool(({ city }) => ({ city, temperature: 5, sky: 'снег' }), {
  name: 'get_weather',
  description: 'Погода в городе',
  schema: z.object({ city: z.string().describe('Город') }),
});
const agent = createAgent({
  model: new ChatGigaChat(),
  tools: [weather],
  systemPrompt: 'Ты синоптик. Отвечай кратко.',
});

const { messages } = await agent.invoke({
  messages: [{ role: 'user', content: 'Какая погода в Москве?' }],
});
for (const message of messages) console.log(`${message.getType()}: ${message.text}`);
