import {
  MaxFileSizeExceededError,
  MaxTotalSizeExceededError,
  MultipartParseError,
  MultipartParser,
  getMultipartBoundary,
} from '@remix-run/multipart-parser';
import { Refusal } from '../refusal.ts';
import { maxBytesOf } from './file-kind.ts';

export interface Upload {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  readonly filename: string;
  readonly purpose: string;
}

/** A form's boundaries and headers beside the file itself. */
const maxOverheadBytes = 64 * 1024;
const maxBytes = maxBytesOf.text;

/**
 * Reads a multipart upload as it arrives: what is too long is refused before it is kept.
 * @throws Refusal 413 past the largest limit, 400 for anything but a form with a file.
 */
export async function readUpload(request: Request): Promise<Upload> {
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes + maxOverheadBytes) throw tooLarge();
  const boundary = getMultipartBoundary(request.headers.get('content-type') ?? '');
  if (boundary === null || request.body === null)
    throw new Refusal(400, 'Bad request: a multipart form is expected');
  const parser = new MultipartParser(boundary, {
    maxFileSize: maxBytes,
    maxTotalSize: maxBytes + maxOverheadBytes,
    maxParts: 10,
  });
  let file: Omit<Upload, 'purpose'> | undefined;
  let purpose = 'general';
  try {
    for await (const chunk of request.body.values({ preventCancel: true })) {
      for (const part of chunk.length === 0 ? [] : parser.write(chunk)) {
        if (part.name === 'purpose') purpose = part.text;
        if (part.name === 'file')
          file = {
            bytes: part.bytes,
            mediaType: (part.mediaType ?? 'application/octet-stream').toLowerCase(),
            filename: part.filename ?? 'file',
          };
      }
    }
    parser.finish();
  } catch (error) {
    if (error instanceof MaxFileSizeExceededError || error instanceof MaxTotalSizeExceededError)
      throw tooLarge();
    // Some clients end the form with a line break of its own, which arrives after the end.
    if (!(error instanceof MultipartParseError)) throw error;
    if (file === undefined) throw new Refusal(400, 'Bad request: the form is malformed');
  }
  if (file === undefined) throw new Refusal(400, 'Bad request: file is required');
  return { ...file, purpose };
}

function tooLarge(): Refusal {
  return new Refusal(413, 'Payload too large');
}
