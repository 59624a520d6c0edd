import type { FileSource } from './file-source.ts';
import { extensionOf, isPrecise, mediaTypeOfFilename, plainMediaType } from './media-types.ts';
import { isText } from './is-text.ts';
import { sniffLength, sniffMediaType } from './sniff-media-type.ts';

export interface FileDescription {
  /** IANA type, lower case, without parameters. */
  readonly mediaType: string;
  readonly filename: string;
}

export interface StatedDescription {
  readonly mediaType?: string | undefined;
  readonly filename?: string | undefined;
}

/**
 * Finds the type and the name to upload a file under. The bytes are believed first, since servers are: a PNG called
 * `photo.jpg` is sent as PNG. Then come what the caller states, what the data states, the name's ending, and for what
 * reads as UTF-8 `text/plain`.
 */
export async function describeFile(source: FileSource, stated: StatedDescription): Promise<FileDescription> {
  const head = await source.head(sniffLength);
  const name = stated.filename ?? source.filename;
  const sniffed = sniffMediaType(head);
  const byName = name === undefined ? undefined : mediaTypeOfFilename(name);
  const candidates = [
    isContainer(sniffed) ? undefined : sniffed,
    stated.mediaType,
    source.mediaType,
    byName,
    sniffed,
    isText(head) ? 'text/plain' : undefined,
  ];
  const mediaType = plainMediaType(candidates.find(isPrecise) ?? 'application/octet-stream');
  return { mediaType, filename: name ?? `file${extensionOf(mediaType)}` };
}

/** A container says less than a name or a statement may: an unknown archive, or sound in MP4, WebM or Ogg. */
const isContainer = (mediaType: string | undefined): boolean =>
  mediaType === 'application/zip' || mediaType === 'audio/mp4' || mediaType === 'audio/ogg';
