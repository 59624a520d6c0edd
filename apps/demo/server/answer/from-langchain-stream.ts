import { toUIMessageStream } from '@ai-sdk/langchain';
import type { GigaChat } from '@gigakit/core';
import { AIMessageChunk } from '@langchain/core/messages';
import { createUIMessageStream, type UIMessageChunk, type UIMessageStreamWriter } from 'ai';
import { z } from 'zod';
import { errorText } from '../error-text.ts';

export interface LangChainStream {
  /** Of an agent (`messages` and `values` mode) or of a model. */
  readonly stream: AsyncIterable<unknown>;
  /** Fetches the pictures that the model drew. */
  readonly client: GigaChat;
  readonly signal: AbortSignal;
  /** Written before the answer. */
  readonly first?: UIMessageChunk;
}

const drawnFiles = z.array(
  z.object({ fileId: z.string(), kind: z.string(), mediaType: z.string().optional() }),
);

const usageMetadata = z.object({ input_tokens: z.number(), output_tokens: z.number() });

/**
 * A LangChain stream as a stream of the page. `toUIMessageStream` carries text, reasoning, calls and sources; the
 * pictures and the token count ride on the message chunks and are picked up on the way.
 */
export function fromLangChainStream(source: LangChainStream): ReadableStream<UIMessageChunk> {
  return createUIMessageStream({
    execute: ({ writer }) => {
      if (source.first !== undefined) writer.write(source.first);
      writer.merge(toUIMessageStream(ReadableStream.from(withExtras(source, writer))));
    },
    onError: errorText,
  });
}

async function* withExtras({ stream, client, signal }: LangChainStream, writer: UIMessageStreamWriter) {
  let inputTokens = 0;
  let outputTokens = 0;
  try {
    for await (const item of stream) {
      const chunk = messageChunkIn(item);
      yield item;
      if (chunk === undefined) continue;
      const usage = usageMetadata.safeParse(chunk.usage_metadata).data;
      inputTokens += usage?.input_tokens ?? 0;
      outputTokens += usage?.output_tokens ?? 0;
      for (const file of drawnFiles.safeParse(chunk.additional_kwargs['files']).data ?? []) {
        const { data, mediaType } = await client.files.download(file.fileId, { signal });
        const url = `data:${mediaType};base64,${Buffer.from(data).toString('base64')}`;
        writer.write({ type: 'file', mediaType, url });
      }
    }
  } catch (error) {
    if (signal.aborted) throw error;
    // Only the message of an error passes through `toUIMessageStream`.
    throw new Error(errorText(error), { cause: error });
  }
  writer.write({ type: 'message-metadata', messageMetadata: { inputTokens, outputTokens } });
}

/** An agent streams `['messages', [chunk, facts]]`, a model the chunk itself. */
function messageChunkIn(item: unknown): AIMessageChunk | undefined {
  if (item instanceof AIMessageChunk) return item;
  if (!Array.isArray(item) || item[0] !== 'messages' || !Array.isArray(item[1])) return undefined;
  const chunk: unknown = item[1][0];
  return chunk instanceof AIMessageChunk ? chunk : undefined;
}
