import { encodeSse } from '@gigakit/core/wire';
import type { JsonObject, TurnEvent, Usage } from '@gigakit/core/turn';
import { fromGeneratedFile } from '../../from-generated-file.ts';
import { createFenceStripper } from '../../json-object-mode.ts';
import type { ChatUsage } from '../openai-types.ts';
import { fromFinish } from './from-finish.ts';
import { fromSource, fromToolCall } from './from-turn-result.ts';
import { fromUsage } from './from-usage.ts';

export interface ChunkEncoderOptions {
  readonly id: string;
  readonly createdAtSeconds: number;
  readonly model: string;
  readonly index: number;
  readonly includeUsage: boolean;
  readonly isJsonObject: boolean;
  readonly baseUrl: string;
}

export interface ChunkEncoder {
  /** The events of one network chunk as ready-made text of server-sent events. */
  push(events: readonly TurnEvent[]): string;
  /** Known after the turn's end. */
  usage(): Usage | undefined;
  answeredBy(): string | undefined;
}

/** Turn events to `chat.completion.chunk`s. What all chunks share is written once, since there are many of them. */
export function createChunkEncoder(options: ChunkEncoderOptions): ChunkEncoder {
  const { index, baseUrl } = options;
  const head = `${envelope(options)},"choices":[{"index":${index},"delta":`;
  const tail = options.includeUsage ? ',"usage":null}' : '}';
  const fence = options.isJsonObject ? createFenceStripper() : undefined;
  let isBegun = false;
  let calls = 0;
  let usage: Usage | undefined;
  let answeredBy: string | undefined;

  const chunk = (delta: JsonObject | string, finishReason: string | null = null) => {
    const json = typeof delta === 'string' ? delta : JSON.stringify(delta);
    const reason = finishReason === null ? 'null' : `"${finishReason}"`;
    return encodeSse({ data: `${head}${json},"logprobs":null,"finish_reason":${reason}}]${tail}` });
  };

  const opening = () => {
    if (isBegun) return '';
    isBegun = true;
    return chunk({ role: 'assistant', content: '', refusal: null });
  };

  const content = (text: string) => (text === '' ? '' : chunk(`{"content":${JSON.stringify(text)}}`));

  const encode = (event: TurnEvent): string => {
    switch (event.type) {
      case 'turn-start':
        answeredBy = event.model;
        return opening();
      case 'text-delta':
        return content(fence === undefined ? event.text : fence.push(event.text));
      case 'reasoning-delta':
        return chunk({ reasoning_content: event.text });
      case 'tool-call': {
        const call = fromToolCall(event);
        calls += 1;
        return chunk({ tool_calls: [{ index: calls - 1, ...call, function: { ...call.function } }] });
      }
      case 'file':
        return content(fromGeneratedFile(event.file, baseUrl));
      case 'source': {
        const citation = fromSource(event.source);
        return chunk({ annotations: [{ ...citation, url_citation: { ...citation.url_citation } }] });
      }
      case 'turn-end':
        usage = event.usage;
        return content(fence?.end() ?? '') + chunk({}, fromFinish(event.finish.reason, calls > 0));
      case 'text-start':
      case 'text-end':
      case 'reasoning-start':
      case 'reasoning-end':
      case 'tool-progress':
      case 'logprobs':
      case 'unknown':
      case 'raw':
        return '';
    }
  };

  return {
    push(events) {
      let text = '';
      for (const event of events) text += encode(event);
      return text;
    },
    usage() {
      return usage;
    },
    answeredBy() {
      return answeredBy;
    },
  };
}

type Envelope = Pick<ChunkEncoderOptions, 'id' | 'createdAtSeconds' | 'model'>;

const envelope = ({ id, createdAtSeconds, model }: Envelope) =>
  `{"id":${JSON.stringify(id)},"object":"chat.completion.chunk","created":${createdAtSeconds},"model":${JSON.stringify(model)},"system_fingerprint":null`;

/** The chunk after the last one, for callers who asked what it cost. */
export function encodeUsageChunk(options: Envelope, usage: ChatUsage | undefined): string {
  if (usage === undefined) return '';
  return encodeSse({ data: `${envelope(options)},"choices":[],"usage":${JSON.stringify(usage)}}` });
}

export const encodedDone = encodeSse({ data: '[DONE]' });

export function usageOf(encoder: ChunkEncoder): ChatUsage | undefined {
  const usage = encoder.usage();
  return usage === undefined ? undefined : fromUsage(usage);
}
