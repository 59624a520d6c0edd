import { connectionErrorOf } from './connection-error-of.ts';
import type { CreateEngine } from './http-engine.ts';
import { createHttpResponse } from './http-response.ts';
import type { HttpBody, HttpRequest } from './send.ts';

/** Sends through the `fetch` of the settings, or of the runtime. TLS and proxies are its business. */
export const createEngine: CreateEngine = (settings) => ({
  send: async (request) => {
    // Looked up at every call, so that a later replacement of the global one is seen.
    const fetch = settings.fetch ?? globalThis.fetch;
    const response = await callFetch(fetch, request);
    const reader = response.body?.getReader();
    return createHttpResponse({
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: { [Symbol.asyncIterator]: () => chunksOf(reader, request) },
      cancel: async () => reader?.cancel().catch(() => undefined),
    });
  },
  close: async () => {},
});

async function callFetch(fetch: typeof globalThis.fetch, request: HttpRequest): Promise<Response> {
  try {
    return await fetch(request.url, {
      method: request.method,
      headers: request.headers,
      // A redirect is never followed: the token would go with it.
      redirect: 'manual',
      ...(request.signal === undefined ? {} : { signal: request.signal }),
      ...(request.body === undefined ? {} : bodyInit(request.body)),
    });
  } catch (error) {
    request.signal?.throwIfAborted();
    throw connectionErrorOf(error, request, 'connect');
  }
}

function bodyInit(body: HttpBody): RequestInit & { duplex?: 'half' } {
  if (body.kind === 'text') return { body: body.text };
  if (body.kind === 'bytes') return { body: new Uint8Array(body.bytes) };
  return { body: readableOf(body.open()), duplex: 'half' };
}

function readableOf(chunks: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> {
  const iterator = chunks[Symbol.asyncIterator]();
  return new ReadableStream({
    async pull(controller) {
      const step = await iterator.next();
      if (step.done === true) controller.close();
      else controller.enqueue(step.value);
    },
    async cancel() {
      await iterator.return?.();
    },
  });
}

function chunksOf(
  reader: ReadableStreamDefaultReader<Uint8Array> | undefined,
  request: HttpRequest,
): AsyncIterator<Uint8Array> {
  return {
    next: async () => {
      if (reader === undefined) return { done: true, value: undefined };
      try {
        const step = await reader.read();
        return step.done ? { done: true, value: undefined } : { done: false, value: step.value };
      } catch (error) {
        request.signal?.throwIfAborted();
        throw connectionErrorOf(error, request, 'body');
      }
    },
    return: async () => {
      await reader?.cancel().catch(() => undefined);
      return { done: true, value: undefined };
    },
  };
}
