// An Express server that streams answers, stops when a reader leaves, and lets answers end when it is stopped.
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { GigaChat, isGigaChatError } from '@gigakit/core';
import express from 'express';

const giga = new GigaChat(); // one for the whole server: it holds the token, the connections and the queue
const app = express().use(express.json());

app.post('/ask', async (request, response) => {
  const { question } = request.body as { question: string };
  const leaving = new AbortController();
  response.once('close', () => leaving.abort());
  try {
    const stream = await giga.chat.stream(
      { messages: [{ role: 'user', content: question }] },
      { signal: leaving.signal },
    );
    response.type('text/plain');
    for await (const text of stream.textStream) {
      if (!response.write(text)) await once(response, 'drain', { signal: leaving.signal });
    }
    response.end();
  } catch (error) {
    if (leaving.signal.aborted) return;
    // After the first byte the status is gone; breaking off tells the reader that the answer is not whole.
    if (response.headersSent) response.destroy();
    else response.status(502).json({ error: isGigaChatError(error) ? error.message : 'unknown' });
  }
});

const server = app.listen(Number(process.env['PORT'] ?? 0), '127.0.0.1');
await once(server, 'listening');

async function stop(): Promise<void> {
  server.close(); // no new requests
  await giga.close(); // those in flight end
}
process.once('SIGTERM', () => void stop());

// One question to itself, and the end. A server of yours leaves these lines out.
const { port } = server.address() as AddressInfo;
const answer = await fetch(`http://127.0.0.1:${port}/ask`, {
  method: 'POST',
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify({ question: 'Посчитай от 1 до 5' }),
});
console.log(answer.status, await answer.text());
await stop();
