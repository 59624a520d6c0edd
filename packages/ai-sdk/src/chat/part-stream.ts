import type { GeneratedFile, TurnEvent } from '@gigakit/core/turn';
import type { ChatPart, FileContent } from '../convert/chat-part.ts';
import { ChatPartWriter, type ChatPartWriterOptions } from '../convert/chat-part-writer.ts';

export interface PartStreamSource<Part> {
  /** Events already read. */
  readonly opening: readonly TurnEvent[];
  /** Those of the next network chunk. */
  readonly next: () => Promise<IteratorResult<readonly TurnEvent[]>>;
  readonly cancel: (reason: unknown) => Promise<void>;
  readonly writer: ChatPartWriterOptions;
  readonly toPart: (part: ChatPart) => Part | undefined;
  readonly download: (file: GeneratedFile) => Promise<FileContent>;
  readonly signal: AbortSignal | undefined;
  /** A failure in the words of `ai`. */
  readonly explain: (error: unknown) => unknown;
}

/**
 * A stream of a major's own parts. One pull reads one network chunk and enqueues all its parts at once; nothing
 * is read that nobody asked for, and leaving the stream closes the connection.
 */
export function partStream<Part>(source: PartStreamSource<Part>): ReadableStream<Part> {
  const { next, signal, toPart } = source;
  let opening: readonly TurnEvent[] | undefined = source.opening;
  let writer: ChatPartWriter;
  let enqueued = 0;
  let isCancelled = false;
  return new ReadableStream<Part>({
    start(controller) {
      writer = new ChatPartWriter(source.writer, (part) => {
        const own = toPart(part);
        if (own === undefined || isCancelled) return;
        enqueued += 1;
        controller.enqueue(own);
      });
      writer.start();
    },
    async pull(controller) {
      const before = enqueued;
      try {
        // A chunk may hold nothing to tell, and a stream that was pulled for nothing is not pulled again.
        while (enqueued === before && !isCancelled) {
          const chunk = opening === undefined ? await next() : { done: false as const, value: opening };
          opening = undefined;
          if (chunk.done === true) return isCancelled ? undefined : controller.close();
          for (const event of chunk.value) {
            if (event.type === 'file') writer.writeFile(await source.download(event.file));
            else writer.write(event);
          }
        }
      } catch (error) {
        if (isCancelled) return;
        // An abort is the caller's own doing: the stream ends with the signal's reason, as `ai` expects.
        if (signal?.aborted === true) return controller.error(signal.reason);
        writer.fail(source.explain(error));
        controller.close();
        await source.cancel(error).catch(() => undefined);
      }
    },
    cancel(reason) {
      isCancelled = true;
      return source.cancel(reason);
    },
  });
}
