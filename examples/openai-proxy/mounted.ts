// The proxy inside a server of yours: a function from Request to Response, with a key for each team.
import { createOpenAiProxy } from '@gigakit/openai-proxy';

const proxy = createOpenAiProxy({
  proxyKeys: ['sk-red-team', 'sk-blue-team'],
  onRequest: ({ route, status }) => console.log(route, status),
});

for (const key of ['sk-red-team', 'sk-nobody']) {
  const request = new Request('http://inside/v1/chat/completions', {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: JSON.stringify({ model: 'GigaChat-2', messages: [{ role: 'user', content: 'Привет!' }] }),
  });
  const response = await proxy.fetch(request);
  console.log(await response.text());
}

await proxy.close();
