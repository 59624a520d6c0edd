// The official OpenAI client talks to GigaChat through the proxy, word by word.
import { startOpenAiProxy } from '@gigakit/openai-proxy';
import OpenAI from 'openai';

const proxy = await startOpenAiProxy({ port: 0 });
const openai = new OpenAI({ baseURL: proxy.baseUrl, apiKey: 'the proxy has the key' });

const stream = await openai.chat.completions.create({
  model: 'GigaChat-2',
  messages: [{ role: 'user', content: 'Сколько будет 2 + 2?' }],
  stream: true,
});
for await (const chunk of stream) process.stdout.write(chunk.choices[0]?.delta.content ?? '');
console.log();

await proxy.close();
