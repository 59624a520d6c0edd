import { isRecord } from './is-record.ts';

/** The text of the last message of a chat body of either generation. */
export function lastMessageText(body: unknown): string | undefined {
  if (!isRecord(body) || !Array.isArray(body['messages'])) return undefined;
  const last: unknown = body['messages'].at(-1);
  if (!isRecord(last)) return undefined;
  const content = last['content'];
  if (typeof content === 'string') return content;
  if (!Array.isArray(content)) return undefined;
  return content
    .map((part: unknown) => (isRecord(part) && typeof part['text'] === 'string' ? part['text'] : ''))
    .join('');
}
