import type { SseMessage } from './sse-message.ts';

/** The text of one Server-Sent Event, blank line included: the inverse of `createSseDecoder`. */
export function encodeSse(message: SseMessage): string {
  const event = message.event === undefined ? '' : `event: ${message.event}\n`;
  // JSON never holds a raw line end, so that most messages are one line.
  if (!/[\r\n]/.test(message.data)) return `${event}data: ${message.data}\n\n`;
  const lines = message.data.split(/\r\n|\r|\n/).map((line) => `data: ${line}\n`);
  return `${event}${lines.join('')}\n`;
}
