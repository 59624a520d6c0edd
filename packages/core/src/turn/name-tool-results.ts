import type { Message, ToolMessage } from './message.ts';
import type { TurnRequest } from './turn-request.ts';

/**
 * Gives every tool result the name of the function it answers: the wire wants it, most frameworks leave it out. An id that is
 * used again means the latest call before the result.
 */
export function nameToolResults(request: TurnRequest): TurnRequest {
  const names = new Map<string, string>();
  let isChanged = false;
  const nameResults = (message: ToolMessage): ToolMessage => {
    if (message.content.every((part) => part.name !== undefined || !names.has(part.toolCallId)))
      return message;
    isChanged = true;
    return {
      role: 'tool',
      content: message.content.map((part) => ({ ...namedBy(names, part.toolCallId), ...part })),
    };
  };
  const messages = request.messages.map((message): Message => {
    if (message.role === 'tool') return nameResults(message);
    if (message.role === 'assistant' && typeof message.content !== 'string') {
      for (const part of message.content) if (part.type === 'tool-call') names.set(part.id, part.name);
    }
    return message;
  });
  return isChanged ? { ...request, messages } : request;
}

function namedBy(names: ReadonlyMap<string, string>, id: string): { readonly name?: string } {
  const name = names.get(id);
  return name === undefined ? {} : { name };
}
