// Functions of your own: the model asks for them, you run them, until it has what it needs.
import { GigaChat, type FunctionTool, type Message } from '@gigakit/core';

const getWeather: FunctionTool = {
  type: 'function',
  name: 'get_weather',
  description: 'Погода в городе',
  parameters: { type: 'object', properties: { city: { type: 'string' } }, required: ['city'] },
};
const weatherIn = (city: unknown) => ({ city: String(city), temperature: -5, sky: 'снег' });

await using giga = new GigaChat({ model: 'GigaChat-2-Pro' });
const messages: Message[] = [{ role: 'user', content: 'Какая погода в Казани?' }];

for (let step = 0; step < 5; step += 1) {
  const turn = await giga.chat.generate({ messages, tools: [getWeather] });
  messages.push(turn.message);
  if (turn.toolCalls.length === 0) {
    console.log(turn.text);
    break;
  }
  const results = turn.toolCalls.map(({ id, name, input }) => {
    console.log(name, input);
    return { type: 'tool-result' as const, toolCallId: id, output: weatherIn(input['city']) };
  });
  messages.push({ role: 'tool', content: results });
}
