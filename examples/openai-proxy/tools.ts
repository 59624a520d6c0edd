// A tool loop with the helper of the official client: it calls the function and sends the result back.
import { startOpenAiProxy } from '@gigakit/openai-proxy';
import OpenAI from 'openai';

const proxy = await startOpenAiProxy({ port: 0, modelAliases: { 'gpt-4o': 'GigaChat-2-Max' } });
const openai = new OpenAI({ baseURL: proxy.baseUrl, apiKey: 'the proxy has the key' });

const runner = openai.chat.completions.runTools({
  model: 'gpt-4o',
  messages: [{ role: 'user', content: 'Какая погода в городе Москва?' }],
  tools: [
    {
      type: 'function',
      function: {
        name: 'get_weather',
        description: 'Узнаёт погоду в городе',
        parameters: {
          type: 'object',
          properties: { city: { type: 'string', description: 'Город' } },
          required: ['city'],
        },
        parse: JSON.parse,
        function: (input: { readonly city: string }) => ({ city: input.city, temperature: -5 }),
      },
    },
  ],
});
runner.on('functionToolCall', ({ name, arguments: input }) => console.log('->', name, input));
console.log(await runner.finalContent());

await proxy.close();
