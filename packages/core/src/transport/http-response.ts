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
  return new SingleReadResponse(parts);
}

/** Two of them stand in the way of every answer, so that it is a class: one object and no closures. */
class SingleReadResponse implements HttpResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly finished: Promise<void>;
  readonly #parts: HttpResponseParts;
  /** From here on it may be read; until somebody does, it lies idle. */
  readonly #arrivedAt = performance.now();
  #finish = (): void => {};
  #reader: BodyReader | undefined;

  constructor(parts: HttpResponseParts) {
    this.status = parts.status;
    this.headers = parts.headers;
    this.#parts = parts;
    this.finished = new Promise((resolve) => {
      this.#finish = resolve;
    });
  }

  get body(): AsyncIterable<Uint8Array> {
    return { [Symbol.asyncIterator]: () => this.#read() };
  }

  idleForMs(): number {
    const idleSince = this.#reader === undefined ? this.#arrivedAt : this.#reader.idleSince;
    return idleSince === undefined ? 0 : performance.now() - idleSince;
  }

  async text(): Promise<string> {
    return new TextDecoder().decode(await this.bytes());
  }

  async bytes(): Promise<Uint8Array> {
    const reader = this.#read();
    const chunks: Uint8Array[] = [];
    let length = 0;
    for (let step = await reader.next(); step.done !== true; step = await reader.next()) {
      chunks.push(step.value);
      length += step.value.byteLength;
    }
    if (chunks.length === 1) return chunks[0] ?? new Uint8Array();
    const whole = new Uint8Array(length);
    let offset = 0;
    for (const chunk of chunks) {
      whole.set(chunk, offset);
      offset += chunk.byteLength;
    }
    return whole;
  }

  async discard(): Promise<void> {
    try {
      if (this.#reader === undefined) await this.#parts.cancel();
      else await this.#reader.return();
    } finally {
      this.#finish();
    }
  }

  #read(): BodyReader {
    if (this.#reader !== undefined) throw new TypeError('The body of a response can be read only once.');
    this.#reader = new BodyReader(this.#parts.body[Symbol.asyncIterator](), this.#finish);
    return this.#reader;
  }
}

/** Plain promises rather than an async generator: one hop a chunk instead of three. */
class BodyReader implements AsyncIterator<Uint8Array, undefined> {
  /** Undefined while somebody waits for a chunk. */
  idleSince: number | undefined = performance.now();
  readonly #source: AsyncIterator<Uint8Array>;
  readonly #finish: () => void;

  constructor(source: AsyncIterator<Uint8Array>, finish: () => void) {
    this.#source = source;
    this.#finish = finish;
  }

  next(): Promise<IteratorResult<Uint8Array, undefined>> {
    this.idleSince = undefined;
    return this.#source.next().then(
      (step) => {
        this.idleSince = performance.now();
        if (step.done === true) this.#finish();
        return step;
      },
      (error: unknown) => {
        this.#finish();
        throw error;
      },
    );
  }

  async return(): Promise<IteratorResult<Uint8Array, undefined>> {
    try {
      await this.#source.return?.();
    } finally {
      this.#finish();
    }
    return { done: true, value: undefined };
  }
}
