import { joinChunks } from '../attachments/join-chunks.ts';

/** Reads enough of a stream to judge it, and gives the stream back whole. */
export async function peek(
  source: AsyncIterable<Uint8Array>,
  length: number,
): Promise<{ readonly head: Uint8Array; readonly body: AsyncIterable<Uint8Array> }> {
  const iterator = source[Symbol.asyncIterator]();
  const chunks: Uint8Array[] = [];
  let gathered = 0;
  while (gathered < length) {
    const next = await iterator.next();
    if (next.done === true) break;
    chunks.push(next.value);
    gathered += next.value.byteLength;
  }
  const head = joinChunks(chunks);
  // Not a generator: leaving before the first read must close the source too.
  const body: AsyncIterableIterator<Uint8Array> = {
    [Symbol.asyncIterator]: () => body,
    next: () => {
      const kept = chunks.shift();
      return kept === undefined ? iterator.next() : Promise.resolve({ done: false, value: kept });
    },
    return: async () => {
      chunks.length = 0;
      await iterator.return?.();
      return { done: true, value: undefined };
    },
  };
  return { head, body };
}
