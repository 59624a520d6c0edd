import { pipeline, type Readable, type Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate, createZstdDecompress } from 'node:zlib';

const decoders = new Map<string, () => Transform>([
  ['gzip', createGunzip],
  ['x-gzip', createGunzip],
  ['deflate', createInflate],
  ['br', createBrotliDecompress],
  ['zstd', () => createZstdDecompress()],
]);

/** What a gateway has packed although nobody asked it to. An encoding that is not known stays as it is. */
export function decodedBody(body: Readable, encoding: string): Readable {
  const decoder = decoders.get(encoding.trim().toLowerCase())?.();
  // Errors and an early end reach both sides through the pipeline; the reader of the decoder hears of them.
  return decoder === undefined ? body : pipeline(body, decoder, () => {});
}
