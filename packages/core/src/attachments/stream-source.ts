import { InvalidRequestError } from '../errors/index.ts';
import type { FileSource } from './file-source.ts';

/** A stream is kept up to here, so that a renewed token or a retry can send it again. */
const replayBytes = 4 * 1024 * 1024;

/** A file that comes as a stream: read once, its beginning kept while it is short. */
export class StreamSource implements FileSource {
  readonly length = undefined;
  readonly mediaType = undefined;
  readonly filename = undefined;
  readonly #iterator: AsyncIterator<Uint8Array>;
  readonly #field: string;
  /** What is kept, and the number of chunks let go before it. */
  #chunks: Uint8Array[] = [];
  #dropped = 0;
  #bytesRead = 0;
  #isDone = false;
  /** One read at a time, since an attempt that was given up may still be waiting for its own. */
  #pull: Promise<void> | undefined;

  constructor(data: AsyncIterable<Uint8Array>, field: string) {
    this.#iterator = data[Symbol.asyncIterator]();
    this.#field = field;
  }

  async head(length: number): Promise<Uint8Array> {
    let gathered = 0;
    for (let position = 0; gathered < length; position += 1) {
      if (position === this.#chunks.length && !(await this.#read())) break;
      gathered += this.#chunks[position]?.byteLength ?? 0;
    }
    const head = new Uint8Array(Math.min(length, gathered));
    let offset = 0;
    for (const chunk of this.#chunks) {
      head.set(chunk.subarray(0, head.length - offset), offset);
      offset += Math.min(chunk.byteLength, head.length - offset);
    }
    return head;
  }

  async *open(): AsyncGenerator<Uint8Array> {
    for (let position = 0; ; position += 1) {
      if (position < this.#dropped) {
        throw new InvalidRequestError(
          `${this.#field} is a stream that has already been sent in part, so the upload cannot be repeated. Pass bytes or a Blob to make it repeatable.`,
          { field: this.#field },
        );
      }
      if (position === this.#dropped + this.#chunks.length && !(await this.#read())) return;
      const chunk = this.#chunks[position - this.#dropped];
      if (chunk === undefined) return;
      // Past the limit nothing before this chunk, or this chunk itself, will be asked for again.
      if (this.#bytesRead > replayBytes) {
        this.#chunks = this.#chunks.slice(position - this.#dropped + 1);
        this.#dropped = position + 1;
      }
      yield chunk;
    }
  }

  async close(): Promise<void> {
    this.#chunks = [];
    if (this.#isDone) return;
    this.#isDone = true;
    // A source that waits for its writer may never settle this; nobody here depends on it.
    this.#iterator.return?.().then(undefined, () => {});
  }

  /** Fetches one more chunk; false at the end. */
  async #read(): Promise<boolean> {
    const before = this.#dropped + this.#chunks.length;
    this.#pull ??= this.#pullOnce().finally(() => {
      this.#pull = undefined;
    });
    await this.#pull;
    return this.#dropped + this.#chunks.length > before;
  }

  async #pullOnce(): Promise<void> {
    if (this.#isDone) return;
    const next = await this.#iterator.next();
    if (next.done === true) {
      this.#isDone = true;
      return;
    }
    if (!(next.value instanceof Uint8Array)) {
      throw new InvalidRequestError(`${this.#field} must be a stream of Uint8Array chunks.`, {
        field: this.#field,
      });
    }
    this.#chunks.push(next.value);
    this.#bytesRead += next.value.byteLength;
  }
}
