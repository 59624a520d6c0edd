import { once } from 'node:events';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';

/**
 * Puts a fetch function on a socket. Unlike a general adapter it breaks the connection when a body errors,
 * after the bytes before the error are out, and never answers such an error with text of its own.
 */
export function listenerOf(fetch: typeof globalThis.fetch): RequestListener {
  return (incoming, outgoing) => {
    void answer(fetch, incoming, outgoing).catch(() => breakOff(outgoing));
  };
}

/**
 * Requests whose answers are under way. The signal of a Request hears of an abort only while the Request itself is alive: one
 * collected as garbage in the middle of its answer would never learn that its client has left, and would keep its slot.
 */
const answering = new Set<Request>();

async function answer(
  fetch: typeof globalThis.fetch,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  const departure = new AbortController();
  outgoing.once('close', () => {
    if (!outgoing.writableFinished) departure.abort(new DOMException('The client left', 'AbortError'));
  });
  const chunks: AsyncIterator<Uint8Array> = incoming.iterator({ destroyOnReturn: false });
  const request = toRequest(incoming, chunks, departure.signal);
  answering.add(request);
  outgoing.once('close', () => answering.delete(request));
  const response = await fetch(request);
  outgoing.writeHead(response.status, [...response.headers].flat());
  if (response.body !== null) {
    outgoing.flushHeaders();
    for await (const chunk of response.body) {
      if (outgoing.destroyed) return;
      if (!outgoing.write(chunk)) await room(outgoing);
    }
  }
  outgoing.end();
  // What the endpoint left unread is let through, so that the client gets to read the refusal.
  await chunks.return?.();
  incoming.resume();
}

/** Resolves when there is room for more bytes, or nobody to read them. Takes its listeners away again: a body has many waits. */
async function room(outgoing: ServerResponse): Promise<void> {
  const over = new AbortController();
  try {
    const { signal } = over;
    await Promise.race([once(outgoing, 'drain', { signal }), once(outgoing, 'close', { signal })]);
  } finally {
    over.abort();
  }
}

/** Long enough for a client to take in what came before the break. */
const lastBytesMs = 25;

async function breakOff(outgoing: ServerResponse): Promise<void> {
  if (!outgoing.headersSent && !outgoing.destroyed) {
    outgoing.writeHead(500, { 'Content-Type': 'application/json; charset=utf-8' });
    outgoing.end('{"status":500,"message":"Internal Server Error"}\n');
    return;
  }
  if (!outgoing.destroyed) {
    await new Promise((resolve) => outgoing.write('', resolve));
    await new Promise((resolve) => setTimeout(resolve, lastBytesMs));
  }
  outgoing.destroy();
}

function toRequest(
  incoming: IncomingMessage,
  chunks: AsyncIterator<Uint8Array>,
  signal: AbortSignal,
): Request {
  const headers = new Headers();
  for (let at = 0; at + 1 < incoming.rawHeaders.length; at += 2)
    headers.append(incoming.rawHeaders[at] ?? '', incoming.rawHeaders[at + 1] ?? '');
  const hasBody = incoming.method !== 'GET' && incoming.method !== 'HEAD';
  return new Request(new URL(incoming.url ?? '/', 'http://emulator'), {
    method: incoming.method ?? 'GET',
    headers,
    signal,
    ...(hasBody ? { body: bodyOf(chunks), duplex: 'half' } : {}),
  });
}

function bodyOf(chunks: AsyncIterator<Uint8Array>): ReadableStream<Uint8Array> {
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const next = await chunks.next();
        if (next.done === true) controller.close();
        else controller.enqueue(next.value);
      },
    },
    { highWaterMark: 0 },
  );
}
