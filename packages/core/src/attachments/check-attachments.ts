import { InvalidRequestError, PayloadTooLargeError } from '../errors/index.ts';
import type { Warning } from '../turn/warning.ts';
import { fileKind, megabyte } from './size-limits.ts';

/** One file of a request, as far as it is known: an id given by the caller may come without a type. */
export interface Attachment {
  /** Path in the request. */
  readonly field: string;
  readonly messageIndex: number;
  readonly mediaType: string | undefined;
  readonly bytes: number | undefined;
}

export interface AttachmentAudience {
  readonly model: string;
  readonly supportsVision: (model: string) => boolean | undefined;
}

const mostImages = 10;
const mostMediaBytes = 80 * megabyte;

/**
 * The API's published rules for the files of one request. What it would refuse is an error; what it is known to
 * pass over without a word is a warning.
 * @throws InvalidRequestError above ten pictures; PayloadTooLargeError above 80 MB of pictures and sound.
 */
export function checkAttachments(
  attachments: readonly Attachment[],
  audience: AttachmentAudience,
): readonly Warning[] {
  const known = attachments.flatMap((attachment) =>
    attachment.mediaType === undefined ? [] : [{ ...attachment, kind: fileKind(attachment.mediaType) }],
  );
  const images = known.filter(({ kind }) => kind === 'image');
  const eleventh = images[mostImages];
  if (eleventh !== undefined) {
    throw new InvalidRequestError(
      `${eleventh.field} is picture ${mostImages + 1} of ${images.length}, and the API takes ${mostImages} in a request: leave out older ones.`,
      { field: eleventh.field },
    );
  }
  const mediaBytes = known
    .filter(({ kind }) => kind !== 'text')
    .reduce((sum, { bytes = 0 }) => sum + bytes, 0);
  if (mediaBytes >= mostMediaBytes) {
    throw new PayloadTooLargeError(
      `messages hold ${mediaBytes} bytes of pictures and sound, and the API takes less than 80 MB (${mostMediaBytes} bytes) in a request.`,
    );
  }

  const warnings: Warning[] = [];
  const warn = (field: string, message: string) => warnings.push({ type: 'unsupported', field, message });
  const pictured = new Set<number>();
  for (const { field, messageIndex } of images) {
    if (pictured.has(messageIndex)) {
      warn(field, 'The API reads one picture a message; further ones may be refused or passed over.');
    }
    pictured.add(messageIndex);
  }
  for (const { field } of known.filter(({ kind }) => kind === 'text').slice(1)) {
    warn(field, 'The API reads one document a request, the first one; this one is passed over.');
  }
  const [firstImage] = images;
  if (firstImage !== undefined && audience.supportsVision(audience.model) === false) {
    warn(firstImage.field, `${audience.model} does not see pictures; GigaChat-2-Pro and GigaChat-2-Max do.`);
  }
  return warnings;
}
