import { InvalidRequestError } from '../errors/index.ts';
import type { HttpBody } from '../transport/send.ts';

export interface MultipartFile {
  readonly open: () => AsyncIterable<Uint8Array>;
  /** `undefined` when it is not known beforehand; the body is then sent in chunks. */
  readonly length: number | undefined;
  readonly filename: string;
  readonly mediaType: string;
  readonly purpose: string;
  /** Hears how many bytes of the file have been read; throws to stop an upload that grows too large. */
  readonly checkSize: (bytes: number) => void;
}

/** `multipart/form-data` with `purpose` and `file`, written out as it is sent: the file is never held whole. */
export function multipartUpload(
  file: MultipartFile,
  boundary: string = `gigakit-${crypto.randomUUID()}`,
): { readonly contentType: string; readonly body: Extract<HttpBody, { kind: 'stream' }> } {
  const encoder = new TextEncoder();
  const opening = encoder.encode(
    [
      `--${boundary}`,
      'Content-Disposition: form-data; name="purpose"',
      '',
      file.purpose,
      `--${boundary}`,
      `Content-Disposition: form-data; name="file"; filename="${quoteFilename(file.filename)}"`,
      `Content-Type: ${file.mediaType}`,
      '',
      '',
    ].join('\r\n'),
  );
  const closing = encoder.encode(`\r\n--${boundary}--\r\n`);
  const open = async function* () {
    yield opening;
    let sent = 0;
    for await (const chunk of file.open()) {
      sent += chunk.byteLength;
      file.checkSize(sent);
      if (chunk.byteLength > 0) yield chunk;
    }
    if (file.length !== undefined && sent !== file.length) {
      throw new InvalidRequestError(`data gave ${sent} bytes where ${file.length} were announced.`, {
        field: 'data',
      });
    }
    yield closing;
  };
  const length =
    file.length === undefined ? undefined : opening.byteLength + file.length + closing.byteLength;
  return {
    contentType: `multipart/form-data; boundary=${boundary}`,
    body: { kind: 'stream', open, length },
  };
}

/**
 * A name as browsers write it: UTF-8 as it is, with the three characters that would end the header escaped.
 * The `filename*` form of RFC 5987 is forbidden in forms by RFC 7578, and several parsers ignore it.
 */
const quoteFilename = (filename: string): string =>
  filename.replaceAll('"', '%22').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
