// One round of a tool by hand: the model asks, the program answers, the model explains.
import { ChatGigaChat } from '@gigakit/langchain';
import { HumanMessage, type BaseMessage } from '@langchain/core/messages';
import { tool } from '@langchain/core/tools';
import { z } from 'zod';

const weather = tool(({ city }) => ({ city, temperature: 5, sky: 'снег' }), {
  name: 'get_weather',
  description: 'Погода в городе',
  schema: z.object({ city: z.string().describe('Город') }),
});
const model = new ChatGigaChat().bindTools([weather]);

const messages: BaseMessage[] = [new HumanMessage('Какая погода в Москве?')];
const asked = await model.invoke(messages);
messages.push(asked);
for (const call of asked.tool_calls ?? []) {
  console.log('call:', call.name, call.args);
  messages.push(await weather.invoke({ ...call, type: 'tool_call' }));
}
console.log('answer:', (await model.invoke(messages)).text);
