import { connectionErrorOf } from './connection-error-of.ts';
import { InvalidRequestError } from '../errors/index.ts';
import type { ResolvedTls } from '../resolved-settings.ts';
import type { CreateEngine } from './http-engine.ts';
import { createHttpResponse } from './http-response.ts';
import type { HttpBody, HttpRequest, HttpResponse } from './send.ts';

/** Sends through the `fetch` of the settings, or of the runtime. TLS and proxies are its business. */
export const createEngine: CreateEngine = (settings) => {
  if (settings.fetch === undefined) refuseTlsSettings(settings.tls);
  return {
    send: (request) => sendThroughFetch(settings.fetch ?? globalThis.fetch, request),
    close: async () => {},
  };
};

async function sendThroughFetch(fetch: typeof globalThis.fetch, request: HttpRequest): Promise<HttpResponse> {
  const upload = uploadOf(request.body);
  try {
    const response = await fetch(request.url, {
      method: request.method,
      headers: request.headers,
      // A redirect is never followed: the token would go with it.
      redirect: 'manual',
      ...(request.signal === undefined ? {} : { signal: request.signal }),
      ...upload.init,
    });
    const reader = response.body?.getReader();
    const answer = createHttpResponse({
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: { [Symbol.asyncIterator]: () => chunksOf(reader, request) },
      cancel: async () => reader?.cancel().catch(() => undefined),
    });
    void answer.finished.then(upload.stop);
    return answer;
  } catch (error) {
    upload.stop();
    request.signal?.throwIfAborted();
    throw connectionErrorOf(error, request, 'connect', 'fetch');
  }
}

/** They would be lost in silence here, and a client certificate or a root is nothing to lose. */
function refuseTlsSettings(tls: ResolvedTls): void {
  const given: readonly (readonly [string, boolean])[] = [
    ['tls.ca', tls.ca.length > 0],
    ['tls.caFile', tls.caFile !== undefined],
    ['tls.cert', tls.cert !== undefined],
    ['tls.certFile', tls.certFile !== undefined],
    ['tls.verify', !tls.verify],
  ];
  const field = given.find(([, isGiven]) => isGiven)?.[0];
  if (field === undefined) return;
  throw new InvalidRequestError(
    `\`${field}\` cannot be followed here: this runtime's \`fetch\` takes no TLS settings.`,
    {
      field,
      hint: 'start Bun with NODE_EXTRA_CA_CERTS, Deno with DENO_CERT, or give a `fetch` that brings its own',
    },
  );
}

interface Upload {
  readonly init: RequestInit & { readonly duplex?: 'half' };
  /** Ends the source. Some runtimes go on reading it to the end after the connection is gone. */
  readonly stop: () => void;
}

function uploadOf(body: HttpBody | undefined): Upload {
  switch (body?.kind) {
    case undefined:
      return { init: {}, stop: () => {} };
    case 'text':
      return { init: { body: body.text }, stop: () => {} };
    case 'bytes':
      return { init: { body: new Uint8Array(body.bytes) }, stop: () => {} };
    case 'stream':
      return uploadOfStream(body.open());
  }
}

function uploadOfStream(chunks: AsyncIterable<Uint8Array>): Upload {
  const iterator = chunks[Symbol.asyncIterator]();
  let isStopped = false;
  const stop = () => {
    if (isStopped) return;
    isStopped = true;
    iterator.return?.().catch(() => {});
  };
  const stream = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const step = isStopped ? undefined : await iterator.next();
      if (step === undefined || step.done === true) {
        isStopped = true;
        controller.close();
      } else {
        controller.enqueue(step.value);
      }
    },
    cancel: stop,
  });
  return { init: { body: stream, duplex: 'half' }, stop };
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
        throw connectionErrorOf(error, request, 'body', 'fetch');
      }
    },
    return: async () => {
      await reader?.cancel().catch(() => undefined);
      return { done: true, value: undefined };
    },
  };
}
