import { expect, test, vi } from 'vitest';
import type { TurnRequest } from '../turn/turn-request.ts';
import { createAttachmentResolver } from './create-attachment-resolver.ts';
import { lazyAttachments } from './lazy-attachments.ts';

const plain: TurnRequest = { messages: [{ role: 'user', content: 'Привет' }] };
const attached: TurnRequest = {
  messages: [{ role: 'user', content: [{ type: 'file', data: new TextEncoder().encode('Привет') }] }],
};

const workshop = () => {
  const upload = vi.fn(async () => ({ id: 'f1' }));
  const load = vi.fn(async () => createAttachmentResolver(undefined, 'GigaChat-2-Max', upload));
  return { attachments: lazyAttachments(load), load, upload };
};

test('a turn without files is handed on, and nothing is loaded for it', async () => {
  const { attachments, load } = workshop();
  expect(await attachments.resolve(plain)).toEqual({ request: plain, warnings: [] });
  expect(attachments.invalidate(plain)).toBe(false);
  attachments.forget('f1');
  expect(load).not.toHaveBeenCalled();
});

test('turns with files share one resolver, which remembers what it has sent', async () => {
  const { attachments, load, upload } = workshop();
  await Promise.all([attachments.resolve(attached), attachments.resolve(attached)]);
  expect(load).toHaveBeenCalledOnce();
  expect(upload).toHaveBeenCalledOnce();
  expect(attachments.invalidate(attached)).toBe(true);
});
