import type { AttachmentSettings } from '../settings.ts';
import { AttachmentResolver, type Upload } from './attachment-resolver.ts';
import { FilePartLoader } from './file-part-loader.ts';
import { UploadCache } from './upload-cache.ts';

/** One resolver a client: what it has uploaded is known for as long as the client lives. */
export const createAttachmentResolver = (
  settings: AttachmentSettings | undefined,
  defaultModel: string,
  upload: Upload,
): AttachmentResolver =>
  new AttachmentResolver({
    upload,
    loader: new FilePartLoader({ remote: settings?.remote, maxBytes: settings?.maxBytes }),
    cache: new UploadCache(),
    defaultModel,
  });
