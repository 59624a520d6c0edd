import { describeFile } from '../attachments/describe-file.ts';
import { fileSource } from '../attachments/file-source.ts';
import { isText } from '../attachments/is-text.ts';
import { plainMediaType, isPrecise, wireMediaType } from '../attachments/media-types.ts';
import { plainBytes } from '../attachments/plain-bytes.ts';
import { checkSize } from '../attachments/size-limits.ts';
import { sniffLength, sniffMediaType } from '../attachments/sniff-media-type.ts';
import type { CallOptions } from '../call-options.ts';
import { InvalidRequestError, ServerError } from '../errors/index.ts';
import type { HttpResponse } from '../transport/send.ts';
import type { FileData } from '../turn/content-part.ts';
import type { JsonObject } from '../turn/json.ts';
import type { ApiContext } from './client-context.ts';
import { jsonCall } from './json-call.ts';
import {
  booleanField,
  numberField,
  objectOf,
  objectsOf,
  stringField,
  stringsField,
  timeField,
} from './json-fields.ts';
import { multipartUpload } from './multipart-upload.ts';
import { pathSegment } from './path-segment.ts';
import { peek } from './peek.ts';

export interface FileUploadRequest {
  /**
   * Bytes, a Blob or File, a stream, or a base64 string. A stream is sent as it comes and never held whole; past
   * 4 MB it cannot be sent again after a failure, so prefer a Blob where there is one.
   */
  readonly data: FileData;
  /** Any language. `file` with a fitting ending when left out. */
  readonly filename?: string | undefined;
  /** IANA type. Found from the bytes, then from the name, when left out; the server accepts or refuses by it. */
  readonly mediaType?: string | undefined;
  /** `general` when left out, the only purpose that takes every kind of file. */
  readonly purpose?: 'general' | (string & {}) | undefined;
  /** Length of a stream in bytes where it is known: the upload then goes out with a Content-Length. */
  readonly sizeBytes?: number | undefined;
}

/** A file on the server. */
export interface StoredFile {
  readonly id: string;
  readonly filename: string | undefined;
  readonly bytes: number | undefined;
  /** Unix time in milliseconds. */
  readonly createdAtMs: number | undefined;
  readonly purpose: string | undefined;
  /** `private`: seen by this project only, and under the same `X-Client-ID` when one was sent. */
  readonly accessPolicy: string | undefined;
  /** What models may read it as: `image`, `text`, `audio`. */
  readonly modalities: readonly string[] | undefined;
  /** The server's own object. */
  readonly raw: JsonObject;
}

export interface FileContent {
  readonly data: Uint8Array<ArrayBuffer>;
  /** Told from the bytes, since the server's own header is often wrong. */
  readonly mediaType: string;
  /** Names in lower case. */
  readonly headers: HttpResponse['headers'];
}

export interface FileDownload {
  /** The bytes as they arrive. Single use; leaving the loop early closes the connection. */
  readonly body: AsyncIterable<Uint8Array>;
  /** Told from the first bytes. */
  readonly mediaType: string;
  /** From `Content-Length`. */
  readonly length: number | undefined;
  readonly headers: HttpResponse['headers'];
  /** Throws the rest away; needed only when `body` is not read. */
  discard(): Promise<void>;
}

export interface FileDeletion {
  readonly id: string;
  readonly isDeleted: boolean;
}

export class Files {
  readonly #context: ApiContext;
  readonly #onDeleted: (id: string) => void;

  constructor(context: ApiContext, onDeleted: (id: string) => void = () => {}) {
    this.#context = context;
    this.#onDeleted = onDeleted;
  }

  /**
   * Puts a file on the server; its id goes into a message as `{ type: 'file', fileId }`.
   * @throws PayloadTooLargeError before sending when it is above 40 MB (documents), 15 MB (images) or 35 MB (audio);
   * for a stream, as soon as it has given that much.
   * @throws InvalidRequestError for data of an unknown shape, and for a stream that would have to be sent twice.
   */
  async upload(request: FileUploadRequest, options?: CallOptions): Promise<StoredFile> {
    const source = fileSource(request.data, 'data');
    let ours: { readonly error: unknown } | undefined;
    try {
      const { mediaType, filename } = await describeFile(source, request);
      const length = source.length ?? request.sizeBytes;
      if (length === 0) throw new InvalidRequestError('data is empty.', { field: 'data' });
      if (length !== undefined) checkSize(length, mediaType, 'data');
      const { contentType, body } = multipartUpload({
        open: () => source.open(),
        length,
        filename,
        mediaType: wireMediaType(mediaType),
        purpose: request.purpose ?? 'general',
        checkSize: (bytes) => checkSize(bytes, mediaType, 'data'),
      });
      const answer = await this.#context.requestJson(
        {
          operation: 'files.upload',
          method: 'POST',
          path: '/files',
          accept: 'application/json',
          contentType,
          body: {
            ...body,
            open: () =>
              watchFailure(body.open(), (error) => {
                ours ??= { error };
              }),
          },
          isRepeatable: false,
        },
        options,
      );
      const stored = readStoredFile(objectOf(answer.body));
      if (stored.id !== '') return stored;
      throw new ServerError('files.upload: the answer names no file id.', {
        status: 200,
        headers: answer.headers,
      });
    } catch (error) {
      // A transport takes a body that throws for a failed connection; what the body said is the truth.
      throw ours === undefined ? error : ours.error;
    } finally {
      await source.close();
    }
  }

  /** Every file of the project, newest first; generated pictures are among them. */
  async list(options?: CallOptions): Promise<StoredFile[]> {
    const { body } = await this.#context.requestJson(
      { operation: 'files.list', method: 'GET', path: '/files', accept: 'application/json' },
      options,
    );
    return objectsOf(Array.isArray(body) ? body : objectOf(body)['data']).map(readStoredFile);
  }

  /** What the server knows about a file. @throws NotFoundError when it knows none. */
  async retrieve(id: string, options?: CallOptions): Promise<StoredFile> {
    const { body } = await this.#context.requestJson(
      {
        operation: 'files.retrieve',
        method: 'GET',
        path: `/files/${pathSegment(id, 'id')}`,
        accept: 'application/json',
      },
      options,
    );
    return readStoredFile(objectOf(body));
  }

  /** Removes a file. @throws NotFoundError when there is none. */
  async delete(id: string, options?: CallOptions): Promise<FileDeletion> {
    // The API deletes by POST; a DELETE on the file itself is not routed.
    const { body } = await this.#context.requestJson(
      jsonCall('files.delete', `/files/${pathSegment(id, 'id')}/delete`, {}),
      options,
    );
    this.#onDeleted(id);
    const object = objectOf(body);
    return { id: stringField(object, 'id') ?? id, isDeleted: booleanField(object, 'deleted') ?? true };
  }

  /**
   * The bytes of a file, uploaded or generated. A file made under a `clientId` needs the same one here.
   * @throws NotFoundError when there is none.
   */
  async download(id: string, options?: CallOptions): Promise<FileContent> {
    const response = await this.#requestContent(id, options);
    const data = plainBytes(await response.bytes());
    return { data, mediaType: mediaTypeOf(data, response.headers), headers: response.headers };
  }

  /** The same as it arrives, for files that should not be held whole. @throws NotFoundError when there is none. */
  async downloadStream(id: string, options?: CallOptions): Promise<FileDownload> {
    const response = await this.#requestContent(id, options);
    const { head, body } = await peek(response.body, sniffLength);
    const length = Number(response.headers['content-length'] ?? Number.NaN);
    return {
      body,
      mediaType: mediaTypeOf(head, response.headers),
      length: Number.isInteger(length) ? length : undefined,
      headers: response.headers,
      discard: () => response.discard(),
    };
  }

  #requestContent(id: string, options: CallOptions | undefined): Promise<HttpResponse> {
    return this.#context.request(
      {
        operation: 'files.download',
        method: 'GET',
        path: `/files/${pathSegment(id, 'id')}/content`,
        // What the official clients send for every kind of file, not for pictures alone.
        accept: 'application/jpg',
      },
      options,
    );
  }
}

async function* watchFailure<T>(
  source: AsyncIterable<T>,
  onFailure: (error: unknown) => void,
): AsyncGenerator<T> {
  try {
    yield* source;
  } catch (error) {
    onFailure(error);
    throw error;
  }
}

/**
 * The header is believed last, and never when it says picture, since every picture shows in its bytes: the server
 * calls documents and batch results `image/jpg` too.
 */
function mediaTypeOf(head: Uint8Array, headers: HttpResponse['headers']): string {
  const sniffed = sniffMediaType(head);
  if (sniffed !== undefined) return sniffed;
  const stated = headers['content-type'];
  if (isPrecise(stated) && !stated.toLowerCase().startsWith('image/')) return plainMediaType(stated);
  return isText(head.subarray(0, sniffLength)) ? 'text/plain' : 'application/octet-stream';
}

const readStoredFile = (raw: JsonObject): StoredFile => ({
  id: stringField(raw, 'id') ?? '',
  filename: stringField(raw, 'filename'),
  bytes: numberField(raw, 'bytes'),
  createdAtMs: timeField(raw, 'created_at'),
  purpose: stringField(raw, 'purpose'),
  accessPolicy: stringField(raw, 'access_policy'),
  modalities: stringsField(raw, 'modalities'),
  raw,
});
