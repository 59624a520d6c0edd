import type { TurnRequest } from '../turn/turn-request.ts';

/** Every function name a request mentions: in its tools first, then in its history. */
export function* namesInUse(request: TurnRequest): Generator<string> {
  for (const tool of request.tools ?? []) if (tool.type === 'function') yield tool.name;
  for (const message of request.messages) {
    if (message.role !== 'assistant' || typeof message.content === 'string') continue;
    for (const part of message.content) if (part.type === 'tool-call') yield part.name;
  }
}
