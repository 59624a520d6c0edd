// Tools that run on the server, which the second generation of the API has: nothing to write but their names.
import { GigaChat } from '@gigakit/core';

await using giga = new GigaChat({ api: 'v2', model: 'GigaChat-2-Max' });
const stream = await giga.chat.stream({
  messages: [{ role: 'user', content: 'Найди в интернете: какие новости про GigaChat?' }],
  tools: [{ type: 'web-search' }, { type: 'url-extraction' }],
});

for await (const event of stream) {
  if (event.type === 'tool-progress') console.log(`… ${event.tool} ${event.status}`);
  if (event.type === 'text-delta') process.stdout.write(event.text);
}
const { sources } = await stream.result();
console.log();
for (const { title, url } of sources) console.log(`- ${title ?? url} ${url}`);
