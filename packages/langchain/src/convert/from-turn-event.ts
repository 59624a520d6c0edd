import type { GeneratedFile, Source, TurnEvent } from '@gigakit/core/turn';
import {
  AIMessageChunk,
  type AIMessageChunkFields,
  type StandardMessageStructure,
} from '@langchain/core/messages';
import { ChatGenerationChunk } from '@langchain/core/outputs';
import { fromUsage } from './from-usage.ts';
import { finishMetadata, provider, startMetadata } from './response-metadata.ts';

interface ChunkOptions {
  readonly messageId: string;
  /** Whether the last chunk carries the usage. */
  readonly withUsage: boolean;
}

type ChunkFields = Omit<AIMessageChunkFields<StandardMessageStructure>, 'content' | 'id'>;

type StartEvent = Extract<TurnEvent, { type: 'turn-start' }>;

/**
 * A converter for one stream. LangChain joins chunks by joining strings and adding numbers, so whatever is said once
 * about the answer is put on one chunk only: the facts of the start on the first, the facts of the end on the last.
 */
export function createChunkConverter({
  messageId,
  withUsage,
}: ChunkOptions): (event: TurnEvent) => ChatGenerationChunk | undefined {
  /** Waits for the first chunk that has something to say. */
  let start: StartEvent | undefined;
  let toolIndex = 0;
  let hasImage = false;
  let hasVideo = false;
  /** An empty text block in front is dropped when blocks are joined, so sources wait until there is text to annotate. */
  let hasText = false;
  let waitingSources: Source[] = [];
  const logprobs: unknown[] = [];

  const makeChunk = (text: string, fields: ChunkFields): ChatGenerationChunk => {
    const metadata = start === undefined ? { model_provider: provider } : startMetadata(start);
    start = undefined;
    const message = new AIMessageChunk<StandardMessageStructure>({
      ...fields,
      id: messageId,
      content: text,
      response_metadata: { ...metadata, ...fields.response_metadata },
    });
    return new ChatGenerationChunk({ text, message });
  };

  const fileKwargs = (file: GeneratedFile): Record<string, unknown> => {
    const kwargs: Record<string, unknown> = { files: [{ ...file }] };
    if (file.kind === 'image' && !hasImage) {
      hasImage = true;
      kwargs['image_uuid'] = file.fileId;
    } else if (file.kind === 'video' && !hasVideo) {
      hasVideo = true;
      kwargs['video_uuid'] = file.fileId;
    }
    return kwargs;
  };

  return (event) => {
    switch (event.type) {
      case 'text-delta':
        hasText = true;
        if (start === undefined) return textChunk(event.text, messageId);
        return makeChunk(event.text, {});
      case 'reasoning-delta':
        return makeChunk('', { additional_kwargs: { reasoning_content: event.text } });
      case 'tool-call':
        return makeChunk('', {
          tool_call_chunks: [
            {
              type: 'tool_call_chunk',
              id: event.id,
              name: event.name,
              args: event.inputText ?? JSON.stringify(event.input),
              index: toolIndex++,
            },
          ],
        });
      case 'file':
        return makeChunk('', { additional_kwargs: fileKwargs(event.file) });
      case 'source':
        if (hasText) return makeChunk('', { additional_kwargs: { sources: [{ ...event.source }] } });
        waitingSources.push({ ...event.source });
        return undefined;
      case 'logprobs':
        logprobs.push(event.logprobs);
        return undefined;
      case 'turn-start':
        start = event;
        return undefined;
      case 'turn-end': {
        const usage = withUsage ? fromUsage(event.usage) : undefined;
        const { toolStateId } = event.carryOver;
        const sources = waitingSources;
        waitingSources = [];
        return makeChunk('', {
          additional_kwargs: {
            ...(sources.length === 0 ? {} : { sources }),
            ...(toolStateId === undefined ? {} : { functions_state_id: toolStateId }),
          },
          response_metadata: finishMetadata({
            raw: event.finish.raw,
            reason: event.finish.reason,
            toolStateId,
            logprobs: logprobs.length === 1 ? logprobs[0] : logprobs.length === 0 ? undefined : logprobs,
          }),
          ...(usage === undefined ? {} : { usage_metadata: usage }),
        });
      }
      default:
        return undefined;
    }
  };
}

/** The common case of a stream, without the spreads. */
function textChunk(text: string, messageId: string): ChatGenerationChunk {
  const message = new AIMessageChunk({
    id: messageId,
    content: text,
    additional_kwargs: {},
    response_metadata: { model_provider: provider },
  });
  return new ChatGenerationChunk({ text, message });
}
