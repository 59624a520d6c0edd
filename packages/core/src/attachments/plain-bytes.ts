/**
 * The same bytes as a plain array that owns its memory: what users hand to `Blob`, `Response` and files. Nothing is
 * copied unless the memory is shared or part of a larger pool.
 */
export const plainBytes = (bytes: Uint8Array): Uint8Array<ArrayBuffer> =>
  bytes.buffer instanceof ArrayBuffer && bytes.buffer.byteLength === bytes.byteLength
    ? new Uint8Array(bytes.buffer)
    : new Uint8Array(bytes);
