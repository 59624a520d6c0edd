import type { BaseMessage } from '@langchain/core/messages';

/**
 * A short word that differs when pictures or files in the messages differ: LangChain's cache key shows them as one
 * and the same placeholder. `undefined` when there is only text.
 */
export async function mediaFingerprint(messages: readonly BaseMessage[]): Promise<string | undefined> {
  const media: string[] = [];
  for (const { content, additional_kwargs } of messages) {
    const attachments: unknown = additional_kwargs['attachments'];
    if (attachments !== undefined) media.push(JSON.stringify(attachments));
    if (typeof content === 'string') continue;
    for (const block of content) if (block.type !== 'text') media.push(JSON.stringify(block, bytesAsText));
  }
  if (media.length === 0) return undefined;
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(media.join('\n')));
  return Buffer.from(digest).toString('hex').slice(0, 32);
}

const bytesAsText = (_key: string, value: unknown): unknown =>
  value instanceof Uint8Array ? Buffer.from(value).toString('base64') : value;
