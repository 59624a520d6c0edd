import type { GigaChat } from '@gigakit/core';
import { AIMessage, type BaseMessage, type MessageContent } from '@langchain/core/messages';

/** What one token of Russian or English text comes to on GigaChat's tokenizers, roughly. */
const charactersPerToken = 4.6;

export const estimateTokens = (text: string): number => Math.ceil(text.length / charactersPerToken);

/** Text of a message's content; pictures and files are counted by nobody but the server. */
export function textOfContent(content: MessageContent): string {
  if (typeof content === 'string') return content;
  return content.map((block) => (typeof block['text'] === 'string' ? block['text'] : '')).join('\n');
}

/** What of a message costs tokens: its text and the calls it makes. */
export function textOfMessage(message: BaseMessage): string {
  const calls = AIMessage.isInstance(message) ? (message.tool_calls ?? []) : [];
  const texts = calls.map((call) => `${call.name} ${JSON.stringify(call.args)}`);
  return [textOfContent(message.content), ...texts].join('\n');
}

/** Counts by the API, one request for all texts. Empty ones cost nothing and are not sent. */
export async function countByApi(
  client: GigaChat,
  model: string,
  texts: readonly string[],
): Promise<number[]> {
  const asked = texts.filter((text) => text.trim() !== '');
  if (asked.length === 0) return texts.map(() => 0);
  const counts = await client.tokens.count({ input: asked, model });
  let next = 0;
  return texts.map((text) => (text.trim() === '' ? 0 : (counts[next++]?.tokens ?? 0)));
}
