import type { TurnRequest } from '../turn/turn-request.ts';
import type { AttachmentResolver } from './attachment-resolver.ts';

/** A resolver of attachments that is loaded by the first turn with a file in it; most programs never send one. */
export function lazyAttachments(
  load: () => Promise<AttachmentResolver>,
): Pick<AttachmentResolver, 'resolve' | 'invalidate' | 'forget'> {
  let loading: Promise<AttachmentResolver> | undefined;
  let resolver: AttachmentResolver | undefined;
  return {
    async resolve(request, options) {
      if (!hasFiles(request)) return { request, warnings: [] };
      resolver = await (loading ??= load());
      return resolver.resolve(request, options);
    },
    invalidate: (request) => resolver?.invalidate(request) ?? false,
    forget: (fileId) => resolver?.forget(fileId),
  };
}

const hasFiles = ({ messages }: TurnRequest): boolean =>
  messages.some(({ content }) => typeof content !== 'string' && content.some((part) => part.type === 'file'));
