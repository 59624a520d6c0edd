// A Hono server that streams answers. The same `app` runs on Node, Bun, Deno and Workers.
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { GigaChat } from '@gigakit/core';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { streamText } from 'hono/streaming';

const giga = new GigaChat();
const app = new Hono();

app.post('/ask', async (context) => {
  const { question } = await context.req.json<{ question: string }>();
  const answer = await giga.chat.stream(
    { messages: [{ role: 'user', content: question }] },
    { signal: context.req.raw.signal },
  );
  return streamText(context, async (output) => {
    output.onAbort(() => answer.cancel());
    for await (const text of answer.textStream) await output.write(text);
  });
});

// One question to itself, and the end. A server of yours keeps only `serve`.
const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 });
if (!server.listening) await once(server, 'listening');
const { port } = server.address() as AddressInfo;
const response = await fetch(`http://127.0.0.1:${port}/ask`, {
  method: 'POST',
  body: JSON.stringify({ question: 'Посчитай от 1 до 5' }),
});
console.log(response.status, await response.text());
server.close();
await giga.close();
