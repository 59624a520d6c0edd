/** A file that is never whole in memory, as one read from a disk. */
export async function* filePieces(megabytes: number): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  for (let piece = 0; piece < megabytes * 16; piece += 1) yield new Uint8Array(64 * 1024).fill(97);
}
