/** Not every runtime lets a web stream be iterated; every one has readers. Leaving early cancels the stream. */
export async function* readWebStream(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader();
  let isDone = false;
  try {
    for (;;) {
      const chunk = await reader.read();
      if (chunk.done) {
        isDone = true;
        return;
      }
      yield chunk.value;
    }
  } finally {
    if (!isDone) await reader.cancel().catch(() => {});
  }
}
