import type { FinishReason, Source, TurnEvent } from '@gigakit/core/turn';
import type { ChatModelStreamEvent } from '@langchain/core/language_models/event';
import type { ContentBlock } from '@langchain/core/messages';
import { toCitation, toFileBlock } from './content-blocks.ts';
import { fromUsage } from './from-usage.ts';
import { finishMetadata, provider, startMetadata } from './response-metadata.ts';

interface OpenBlock {
  readonly index: number;
  readonly type: 'text' | 'reasoning';
  text: string;
  readonly sources: Source[];
}

type StreamFinish = 'stop' | 'length' | 'tool_use' | 'content_filter';

const finishWords: Readonly<Partial<Record<FinishReason, StreamFinish>>> = {
  stop: 'stop',
  length: 'length',
  'tool-calls': 'tool_use',
  'content-filter': 'content_filter',
};

/**
 * A converter for one stream of LangChain's block protocol: every block has an index of its own, opens before its
 * deltas and closes after them. A text block closes late, so that sources named right after it can annotate it.
 */
export function createStreamEventConverter({
  messageId,
  withUsage,
}: {
  readonly messageId: string;
  readonly withUsage: boolean;
}): (event: TurnEvent) => ChatModelStreamEvent[] {
  let nextIndex = 0;
  let open: OpenBlock | undefined;
  /** Sources named while no text block is open: they annotate the next one, or go out on their own at the end. */
  let strayed: Source[] = [];
  let metadata: Record<string, unknown> = {};
  const logprobs: unknown[] = [];

  const close = (): ChatModelStreamEvent[] => {
    if (open === undefined) return [];
    const { index } = open;
    const content = finishedBlock(open);
    open = undefined;
    return [{ event: 'content-block-finish', index, content }];
  };

  const start = (type: 'text' | 'reasoning'): ChatModelStreamEvent[] => {
    const before = close();
    open = { index: nextIndex++, type, text: '', sources: type === 'text' ? strayed : [] };
    if (type === 'text') strayed = [];
    const content = type === 'text' ? { type, text: '' } : { type, reasoning: '' };
    return [...before, { event: 'content-block-start', index: open.index, content }];
  };

  const single = (content: ContentBlock.Standard): ChatModelStreamEvent[] => {
    const index = nextIndex++;
    return [
      ...close(),
      { event: 'content-block-start', index, content },
      { event: 'content-block-finish', index, content },
    ];
  };

  return (event) => {
    switch (event.type) {
      case 'turn-start':
        metadata = startMetadata(event);
        return [{ event: 'message-start', id: messageId }];
      case 'text-start':
        return start('text');
      case 'reasoning-start':
        return start('reasoning');
      case 'text-delta':
        if (open === undefined) return [];
        open.text += event.text;
        return [
          {
            event: 'content-block-delta',
            index: open.index,
            delta: { type: 'text-delta', text: event.text },
          },
        ];
      case 'reasoning-delta':
        if (open === undefined) return [];
        open.text += event.text;
        return [
          {
            event: 'content-block-delta',
            index: open.index,
            delta: { type: 'reasoning-delta', reasoning: event.text },
          },
        ];
      case 'text-end':
        return [];
      case 'reasoning-end':
        return close();
      case 'source':
        if (open?.type === 'text') open.sources.push(event.source);
        else strayed.push(event.source);
        return [];
      case 'tool-call':
        return [...close(), ...toolCall(event, nextIndex++)];
      case 'file':
        return single(toFileBlock(event.file));
      case 'logprobs':
        logprobs.push(event.logprobs);
        return [];
      case 'tool-progress':
        return [{ event: 'provider', provider, name: 'tool-progress', payload: event }];
      case 'unknown':
        return [{ event: 'provider', provider, name: event.name, payload: event.data }];
      case 'raw':
        return [{ event: 'provider', provider, name: 'raw', payload: event.value }];
      case 'turn-end': {
        const last = strayed.length > 0 && open === undefined ? [...start('text'), ...close()] : close();
        return [...last, ...finish(event)];
      }
    }
  };

  function finish(event: Extract<TurnEvent, { type: 'turn-end' }>): ChatModelStreamEvent[] {
    const usage = withUsage ? fromUsage(event.usage) : undefined;
    const reason = finishWords[event.finish.reason];
    const responseMetadata = {
      ...metadata,
      ...finishMetadata({
        raw: event.finish.raw,
        reason: event.finish.reason,
        toolStateId: event.carryOver.toolStateId,
        logprobs: logprobs.length === 1 ? logprobs[0] : logprobs.length === 0 ? undefined : logprobs,
      }),
    };
    return [
      ...(usage === undefined ? [] : [{ event: 'usage' as const, usage }]),
      {
        event: 'message-finish',
        ...(reason === undefined ? {} : { reason }),
        ...(usage === undefined ? {} : { usage }),
        responseMetadata,
      },
    ];
  }
}

function finishedBlock(block: OpenBlock): ContentBlock.Standard {
  if (block.type === 'reasoning') return { type: 'reasoning', reasoning: block.text };
  if (block.sources.length === 0) return { type: 'text', text: block.text };
  return { type: 'text', text: block.text, annotations: block.sources.map(toCitation) };
}

/** GigaChat sends a call whole; the protocol still wants its arguments as text first. */
function toolCall(
  { id, name, input, inputText }: Extract<TurnEvent, { type: 'tool-call' }>,
  index: number,
): ChatModelStreamEvent[] {
  const chunk = { type: 'tool_call_chunk', id, name, args: '', index };
  const args = inputText ?? JSON.stringify(input);
  const finished =
    inputText === undefined
      ? { type: 'tool_call', id, name, args: input }
      : { type: 'invalid_tool_call', id, name, args: inputText, error: 'The arguments are no JSON object.' };
  return [
    { event: 'content-block-start', index, content: chunk },
    {
      event: 'content-block-delta',
      index,
      delta: { type: 'block-delta', fields: { type: 'tool_call_chunk', args } },
    },
    { event: 'content-block-finish', index, content: finished },
  ];
}
