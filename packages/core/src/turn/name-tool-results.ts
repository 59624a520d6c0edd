import type { Message } from './message.ts';
import type { TurnRequest } from './turn-request.ts';

/** Gives every tool result the name of the function it answers: the wire wants it, most frameworks leave it out. */
export function nameToolResults(request: TurnRequest): TurnRequest {
  const names = new Map<string, string>();
  for (const message of request.messages) {
    if (message.role !== 'assistant' || typeof message.content === 'string') continue;
    for (const part of message.content) if (part.type === 'tool-call') names.set(part.id, part.name);
  }
  const isNameless = (message: Message): boolean =>
    message.role === 'tool' &&
    message.content.some((part) => part.name === undefined && names.has(part.toolCallId));
  if (!request.messages.some(isNameless)) return request;
  const messages = request.messages.map((message): Message => {
    if (message.role !== 'tool') return message;
    return {
      ...message,
      content: message.content.map((part) => {
        const name = part.name ?? names.get(part.toolCallId);
        return name === undefined ? part : { ...part, name };
      }),
    };
  });
  return { ...request, messages };
}
