import type { HttpResponse } from './send.ts';

export interface HttpResponseParts {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Iterated once. Its `return` must cancel whatever feeds it. */
  readonly body: AsyncIterable<Uint8Array>;
  /** Frees the connection of a body that nobody began to read. */
  readonly cancel: () => Promise<void> | void;
}

/** A response whose body can be read once, in any of the promised ways, and that knows when it is over. */
export function createHttpResponse(parts: HttpResponseParts): HttpResponse {
  let finish = () => {};
  const finished = new Promise<void>((resolve) => {
    finish = resolve;
  });
  let iterator: AsyncIterator<Uint8Array> | undefined;
  // Undefined while somebody waits for a chunk.
  let idleSince: number | undefined = performance.now();

  const body: AsyncIterable<Uint8Array> = {
    [Symbol.asyncIterator]() {
      if (iterator !== undefined) throw new TypeError('The body of a response can be read only once.');
      const source = parts.body[Symbol.asyncIterator]();
      iterator = {
        // Plain promises rather than an async generator: one hop a chunk instead of three.
        next: () => {
          idleSince = undefined;
          return source.next().then(
            (step) => {
              idleSince = performance.now();
              if (step.done === true) finish();
              return step;
            },
            (error: unknown) => {
              finish();
              throw error;
            },
          );
        },
        return: async () => {
          try {
            await source.return?.();
          } finally {
            finish();
          }
          return { done: true, value: undefined };
        },
      };
      return iterator;
    },
  };

  const bytes = async () => {
    const chunks: Uint8Array[] = [];
    let length = 0;
    for await (const chunk of body) {
      chunks.push(chunk);
      length += chunk.byteLength;
    }
    if (chunks.length === 1) return chunks[0] ?? new Uint8Array();
    const whole = new Uint8Array(length);
    let offset = 0;
    for (const chunk of chunks) {
      whole.set(chunk, offset);
      offset += chunk.byteLength;
    }
    return whole;
  };

  return {
    status: parts.status,
    headers: parts.headers,
    body,
    bytes,
    text: async () => new TextDecoder().decode(await bytes()),
    finished,
    idleForMs() {
      return idleSince === undefined ? 0 : performance.now() - idleSince;
    },
    discard: async () => {
      try {
        if (iterator === undefined) await parts.cancel();
        else await iterator.return?.();
      } finally {
        finish();
      }
    },
  };
}
