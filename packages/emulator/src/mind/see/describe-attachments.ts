import type { Asked } from '../answer/asked.ts';

/** What the attached files show, in words. */
export function describeAttachments(asked: Asked): string | undefined {
  return asked.message?.attachments === undefined || asked.message.attachments.length === 0 ? undefined : '';
}
