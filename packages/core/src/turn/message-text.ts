import type { Message } from './message.ts';

/**
 * The text of a message, without reasoning, files, calls and results. What a person or a program wrote in parts is separated by a
 * blank line; what the model wrote goes together as it came.
 */
export function messageText(message: Message): string {
  if (typeof message.content === 'string') return message.content;
  const texts: string[] = [];
  for (const part of message.content) if (part.type === 'text') texts.push(part.text);
  return texts.join(message.role === 'assistant' ? '' : '\n\n');
}
