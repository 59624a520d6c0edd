import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { answerBody, embeddingsBody, fileBody, streamBody, streamFrames } from './fixed-bytes.ts';

/** Replays fixed bytes. What is replayed stands in the base URL: `/events-2000/v1/chat/completions`. */
const server = createServer((request, response) => void answer(request, response));
server.keepAliveTimeout = 60_000;
server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));
process.on('disconnect', () => process.exit());

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const [, scenario = '', ...rest] = (request.url ?? '').split('/');
  const [kind, size = ''] = scenario.split('-');
  const path = rest.join('/');
  if (path.endsWith('files') || path.startsWith('v1/files?')) return upload(request, response);
  if (path.includes('files/')) return send(response, 'application/octet-stream', fileBody(Number(size)));
  const body = await readText(request);
  if (path.endsWith('embeddings')) {
    const { input } = JSON.parse(body) as { readonly input: readonly string[] };
    return send(response, json, embeddingsBody(input.length));
  }
  if (kind === 'answer') return send(response, json, answerBody);
  if (kind === 'slow') return trickle(response, Number(size));
  return send(response, eventStream, streamBody(Number(size)));
}

const json = 'application/json';
const eventStream = 'text/event-stream; charset=utf-8';

function send(response: ServerResponse, type: string, bytes: Uint8Array): void {
  response.writeHead(200, { 'content-type': type, 'content-length': bytes.byteLength });
  response.end(bytes);
}

/** An answer as a model gives it: one event after the other, ten a second. */
async function trickle(response: ServerResponse, events: number): Promise<void> {
  response.writeHead(200, { 'content-type': eventStream });
  for (const frame of streamFrames(events)) {
    response.write(frame);
    await setTimeout(100);
  }
  response.end();
}

async function readText(request: IncomingMessage): Promise<string> {
  let text = '';
  request.setEncoding('utf8');
  for await (const piece of request as AsyncIterable<string>) text += piece;
  return text;
}

async function upload(request: IncomingMessage, response: ServerResponse): Promise<void> {
  let bytes = 0;
  for await (const piece of request as AsyncIterable<Uint8Array>) bytes += piece.byteLength;
  const stored = {
    id: 'file',
    object: 'file',
    bytes,
    created_at: 1,
    filename: 'file.txt',
    purpose: 'general',
  };
  send(response, json, new TextEncoder().encode(JSON.stringify(stored)));
}
