import { InvalidRequestError } from '../errors/index.ts';
import type { FileData } from '../turn/content-part.ts';
import { decodeBase64, decodeDataUrl } from './decode-data-url.ts';
import { readWebStream } from './read-web-stream.ts';
import { StreamSource } from './stream-source.ts';

/** A file's bytes, whatever held them, ready to be sent and, where possible, sent again. */
export interface FileSource {
  /** `undefined` for a stream, whose end nobody knows. */
  readonly length: number | undefined;
  /** The type that the data itself states: a Blob's, a `data:` URL's. */
  readonly mediaType: string | undefined;
  /** The name that the data itself carries: a File's. */
  readonly filename: string | undefined;
  /** The first bytes, at most `length`; they are given again by `open`. */
  head(length: number): Promise<Uint8Array>;
  /** The whole file from its start. A stream can be opened again only while it is short. */
  open(): AsyncIterable<Uint8Array>;
  /** Lets go of what was not read. */
  close(): Promise<void>;
}

/**
 * Reads any shape of file data. Nothing is copied and no stream is touched before it is needed.
 * @throws InvalidRequestError naming `field` when the data is of no shape we know, or a string that is not base64.
 */
export function fileSource(data: FileData, field: string): FileSource {
  if (typeof data === 'string') {
    if (!data.startsWith('data:')) return bytesSource(decodeBase64(data, field), undefined);
    const { bytes, mediaType } = decodeDataUrl(data, field);
    return bytesSource(bytes, mediaType);
  }
  if (data instanceof Uint8Array) return bytesSource(data, undefined);
  if (data instanceof ArrayBuffer) return bytesSource(new Uint8Array(data), undefined);
  if (data instanceof Blob) return blobSource(data);
  if (typeof data === 'object' && data !== null) {
    if (Symbol.asyncIterator in data) return new StreamSource(data, field);
    if ('getReader' in data) return new StreamSource(readWebStream(data), field);
  }
  throw new InvalidRequestError(
    `${field} must be a Uint8Array, an ArrayBuffer, a Blob, a stream or a base64 string.`,
    { field },
  );
}

const bytesSource = (bytes: Uint8Array, mediaType: string | undefined): FileSource => ({
  length: bytes.byteLength,
  mediaType,
  filename: undefined,
  head: async (length) => bytes.subarray(0, length),
  async *open() {
    yield bytes;
  },
  close: async () => {},
});

const blobSource = (blob: Blob): FileSource => ({
  length: blob.size,
  mediaType: blob.type === '' ? undefined : blob.type,
  filename: 'name' in blob && typeof blob.name === 'string' ? blob.name : undefined,
  head: async (length) => new Uint8Array(await blob.slice(0, length).arrayBuffer()),
  open: () => readWebStream(blob.stream()),
  close: async () => {},
});
