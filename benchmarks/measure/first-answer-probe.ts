import { GigaChat } from '@gigakit/core';

/** Prints how long the first answer takes when the network takes no time: the loading of what a chat needs. */
const body = JSON.stringify({
  choices: [{ message: { role: 'assistant', content: 'Привет!' }, index: 0, finish_reason: 'stop' }],
  model: 'GigaChat-2',
});
const giga = new GigaChat({
  accessToken: 'bench',
  fetch: async () => new Response(body, { headers: { 'content-type': 'application/json' } }),
});
const startedAt = performance.now();
await giga.chat.generate({ messages: [{ role: 'user', content: 'Привет' }] });
process.stdout.write(String(performance.now() - startedAt));
