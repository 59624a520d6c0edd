import { Readable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import type { Agent, Dispatcher } from 'undici';
import { connectionErrorOf } from '../transport/connection-error-of.ts';
import { createEngine as createFetchEngine } from '../transport/fetch-engine.ts';
import type { CreateEngine } from '../transport/http-engine.ts';
import { createHttpResponse } from '../transport/http-response.ts';
import type { HttpBody, HttpRequest, HttpResponse } from '../transport/send.ts';
import type { ClientDispatcher } from './create-dispatcher.ts';
import { readChunks } from './read-chunks.ts';

/** Sends over undici: pooled connections and a trust of the client's own. The settings' `fetch` replaces it. */
export const createEngine: CreateEngine = (settings) => {
  if (settings.fetch !== undefined) return createFetchEngine(settings);
  // Loading undici takes longer than loading the rest of the package, so it waits for the first request.
  let loading: Promise<ClientDispatcher> | undefined;
  const load = () =>
    (loading ??= import('./create-dispatcher.ts').then(({ createDispatcher }) => createDispatcher(settings)));
  return {
    send: async (request) => {
      const { agent } = await load();
      return sendThrough(agent, request);
    },
    close: async () => {
      const dispatcher = await loading;
      await dispatcher?.close();
    },
  };
};

async function sendThrough(agent: Agent, request: HttpRequest): Promise<HttpResponse> {
  const { origin, pathname, search } = new URL(request.url);
  request.signal?.throwIfAborted();
  try {
    const { statusCode, headers, body } = await agent.request({
      origin,
      path: pathname + search,
      method: request.method,
      headers: headersOf(request),
      ...(request.body === undefined ? {} : { body: bodyOf(request.body) }),
      ...(request.signal === undefined ? {} : { signal: request.signal }),
      // Both waits are timed by the transport, the same way on every engine.
      headersTimeout: 0,
      bodyTimeout: 0,
    });
    const flatHeaders = flat(headers);
    const encoding = flatHeaders['content-encoding'];
    if (encoding !== undefined) {
      const { decodedBody } = await import('./decoded-body.ts');
      const decoded = decodedBody(body, encoding);
      return createHttpResponse({
        status: statusCode,
        headers: flatHeaders,
        body: { [Symbol.asyncIterator]: () => chunksOf(decoded, request) },
        cancel: () => void decoded.destroy(),
      });
    }
    return createHttpResponse({
      status: statusCode,
      headers: flatHeaders,
      body: { [Symbol.asyncIterator]: () => chunksOf(body, request) },
      // A short rest is read to keep the connection; a long one is cut.
      cancel: () => body.dump({ limit: 16_384 }).then(connectionIsFree, () => undefined),
    });
  } catch (error) {
    request.signal?.throwIfAborted();
    throw connectionErrorOf(error, request, 'connect', 'undici');
  }
}

function chunksOf(body: Readable, request: HttpRequest): AsyncIterator<Uint8Array> {
  const source = readChunks(body);
  return {
    next: () =>
      source.next().then(
        (step) => (step.done === true ? connectionIsFree().then(() => step) : step),
        (error: unknown) => {
          request.signal?.throwIfAborted();
          throw connectionErrorOf(error, request, 'body', 'undici');
        },
      ),
    return: async () => {
      await source.return?.();
      return { done: true, value: undefined };
    },
  };
}

/** undici takes a connection back one turn of the event loop after its answer; a call made earlier opens another. */
const connectionIsFree = () => setImmediate();

const headersOf = ({ headers, body }: HttpRequest): Record<string, string> =>
  body?.kind === 'stream' && body.length !== undefined
    ? { ...headers, 'content-length': String(body.length) }
    : { ...headers };

function bodyOf(body: HttpBody): NonNullable<Dispatcher.DispatchOptions['body']> {
  switch (body.kind) {
    case 'text':
      return body.text;
    case 'bytes':
      return body.bytes;
    case 'stream':
      return Readable.from(body.open(), { objectMode: false });
  }
}

function flat(headers: Readonly<Record<string, string | string[] | undefined>>): Record<string, string> {
  const flattened: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) flattened[name] = typeof value === 'string' ? value : value.join(', ');
  }
  return flattened;
}
