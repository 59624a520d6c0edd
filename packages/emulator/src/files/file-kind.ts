export type FileKind = 'text' | 'image' | 'audio';

const mebibyte = 1024 * 1024;

/** Largest upload of each kind, in bytes. */
export const maxBytesOf: Readonly<Record<FileKind, number>> = {
  text: 40 * mebibyte,
  image: 15 * mebibyte,
  audio: 35 * mebibyte,
};

const documents = new Set([
  'application/msword',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/pdf',
  'application/epub',
  'application/ppt',
  'application/pptx',
  'application/vnd.ms-excel',
  'application/epub+zip',
  'application/vnd.ms-powerpoint',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
]);
const images = new Set(['image/jpeg', 'image/jpg', 'image/png', 'image/tiff', 'image/bmp']);
const sounds = new Set([
  'audio/mp4',
  'audio/mp3',
  'audio/mpeg',
  'audio/x-m4a',
  'audio/m4a',
  'audio/wav',
  'audio/wave',
  'audio/x-wav',
  'audio/x-pn-wav',
  'audio/webm',
  'audio/weba',
  'audio/ogg',
  'audio/x-ogg',
  'audio/opus',
  'video/mp4',
]);

/** By the media type in the part's header, which alone decides; undefined for what is not accepted. */
export function fileKind(mediaType: string): FileKind | undefined {
  if (mediaType.startsWith('text/') || documents.has(mediaType)) return 'text';
  if (images.has(mediaType)) return 'image';
  return sounds.has(mediaType) ? 'audio' : undefined;
}
