import type { UIMessageChunk } from 'ai';
import type { AnswerMetadata } from './answer-metadata.ts';

/** Says on the first chunk of an answer who makes it. */
export function labelAnswer(
  stream: ReadableStream<UIMessageChunk>,
  label: AnswerMetadata,
): ReadableStream<UIMessageChunk> {
  return stream.pipeThrough(
    new TransformStream<UIMessageChunk, UIMessageChunk>({
      transform(chunk, controller) {
        controller.enqueue(chunk.type === 'start' ? { ...chunk, messageMetadata: label } : chunk);
      },
    }),
  );
}
