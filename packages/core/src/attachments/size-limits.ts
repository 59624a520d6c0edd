import { PayloadTooLargeError } from '../errors/index.ts';

export type FileKind = 'text' | 'image' | 'audio';

export const megabyte = 1024 * 1024;

/** The API's published limits for one file, by kind. */
export const sizeLimits: Readonly<Record<FileKind, { readonly bytes: number; readonly words: string }>> = {
  text: { bytes: 40 * megabyte, words: 'text documents up to 40 MB' },
  image: { bytes: 15 * megabyte, words: 'images up to 15 MB' },
  audio: { bytes: 35 * megabyte, words: 'audio files up to 35 MB' },
};

/** Which limit a type falls under. Whatever is neither picture nor sound counts as a document. */
export function fileKind(mediaType: string): FileKind {
  if (mediaType.startsWith('image/')) return 'image';
  return mediaType.startsWith('audio/') || mediaType.startsWith('video/') ? 'audio' : 'text';
}

/** @throws PayloadTooLargeError, naming the rule, when a file of that type is larger than the API takes. */
export function checkSize(bytes: number, mediaType: string, field: string, maxBytes?: number): void {
  const limit = sizeLimits[fileKind(mediaType)];
  if (bytes > limit.bytes) {
    throw new PayloadTooLargeError(
      `${field} is ${bytes} bytes of ${mediaType}, and the API takes ${limit.words} (${limit.bytes} bytes).`,
    );
  }
  if (maxBytes !== undefined && bytes > maxBytes) {
    throw new PayloadTooLargeError(
      `${field} is ${bytes} bytes, and attachments.maxBytes allows ${maxBytes}.`,
    );
  }
}
