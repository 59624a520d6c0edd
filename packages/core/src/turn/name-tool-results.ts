import type { ToolResultPart } from './content-part.ts';
import type { Message } from './message.ts';
import type { TurnRequest } from './turn-request.ts';

/**
 * Gives every tool result the name of the function it answers: the wire wants it, most frameworks leave it out. An id that is
 * used again means the latest call before the result.
 */
export function nameToolResults(request: TurnRequest): TurnRequest {
  const names = new Map<string, string>();
  let isChanged = false;
  const named = (part: ToolResultPart): ToolResultPart => {
    const name = names.get(part.toolCallId);
    if (part.name !== undefined || name === undefined) return part;
    isChanged = true;
    return { ...part, name };
  };
  const messages = request.messages.map((message): Message => {
    if (message.role === 'tool') return { role: 'tool', content: message.content.map(named) };
    if (message.role === 'assistant' && typeof message.content !== 'string') {
      for (const part of message.content) if (part.type === 'tool-call') names.set(part.id, part.name);
    }
    return message;
  });
  return isChanged ? { ...request, messages } : request;
}
