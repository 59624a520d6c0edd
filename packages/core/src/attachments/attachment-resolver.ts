import type { CallOptions } from '../call-options.ts';
import { supportsVision } from '../models/find-model.ts';
import type { FilePart, InlineFilePart, RemoteFilePart } from '../turn/content-part.ts';
import type { Message } from '../turn/message.ts';
import type { TurnRequest } from '../turn/turn-request.ts';
import { checkAttachments, type Attachment } from './check-attachments.ts';
import type { FilePartLoader, LoadedFile } from './file-part-loader.ts';
import { inParallel } from './in-parallel.ts';
import type { ResolvedTurn } from './resolved-turn.ts';
import { sha256 } from './sha256.ts';
import type { UploadCache } from './upload-cache.ts';

/** Puts a file on the server: `files.upload`. */
export type Upload = (
  file: { readonly data: Uint8Array; readonly filename: string; readonly mediaType: string },
  options: CallOptions,
) => Promise<{ readonly id: string }>;

type UnsentPart = InlineFilePart | RemoteFilePart;

const isUnsent = (part: FilePart): part is UnsentPart => part.fileId === undefined;

/**
 * Turns the files of a request into ids: bytes and addresses are uploaded once per content, credential and
 * `X-Client-ID`, however often the same message is sent. Limits are checked before anything leaves.
 */
export class AttachmentResolver {
  readonly #upload: Upload;
  readonly #loader: FilePartLoader;
  readonly #cache: UploadCache;
  readonly #defaultModel: string;
  /** Part -> the id it was last sent as, so that it can be found when the server has lost it. */
  readonly #sentAs = new WeakMap<FilePart, string>();

  constructor(parts: {
    readonly upload: Upload;
    readonly loader: FilePartLoader;
    readonly cache: UploadCache;
    readonly defaultModel: string;
  }) {
    this.#upload = parts.upload;
    this.#loader = parts.loader;
    this.#cache = parts.cache;
    this.#defaultModel = parts.defaultModel;
  }

  /**
   * @throws InvalidRequestError for unreadable data, a refused address, or more pictures than the API takes.
   * @throws PayloadTooLargeError for a file, or files together, above the API's limits.
   */
  async resolve(request: TurnRequest, options: CallOptions = {}): Promise<ResolvedTurn> {
    const found = findFiles(request.messages);
    if (found.length === 0) return { request, warnings: [] };
    options.signal?.throwIfAborted();

    const loaded = new Map<FilePart, LoadedFile>();
    const unsent = found.filter((entry): entry is FoundFile<UnsentPart> => isUnsent(entry.part));
    await inParallel(
      unsent,
      mostLoading,
      async ({ part, field }, signal) => {
        if (!loaded.has(part)) loaded.set(part, await this.#loader.load(part, field, signal));
      },
      options.signal,
    );

    const warnings = checkAttachments(
      found.map(({ part, field, messageIndex }): Attachment => {
        const file = loaded.get(part);
        return { field, messageIndex, mediaType: file?.mediaType ?? part.mediaType, bytes: file?.bytes };
      }),
      { model: request.model ?? this.#defaultModel, supportsVision },
    );

    const ids = new Map<FilePart, string>();
    const partition = await partitionOf(options);
    await inParallel(
      loaded,
      mostLoading,
      async ([part, file], signal) => {
        ids.set(part, await this.#send(file, partition, options, signal));
      },
      options.signal,
    );
    for (const [part, fileId] of ids) this.#sentAs.set(part, fileId);
    return { request: replaceFiles(request, ids, loaded), warnings };
  }

  /** Forgets the uploads that stand behind a request, so that the next `resolve` makes them anew. */
  invalidate(request: TurnRequest): boolean {
    let isAnyForgotten = false;
    for (const { part } of findFiles(request.messages)) {
      const fileId = this.#sentAs.get(part);
      if (fileId !== undefined && this.#cache.invalidate(fileId)) isAnyForgotten = true;
    }
    return isAnyForgotten;
  }

  /** Forgets one file: it was deleted. */
  forget(fileId: string): void {
    this.#cache.invalidate(fileId);
  }

  async #send(
    file: LoadedFile,
    partition: string,
    options: CallOptions,
    signal: AbortSignal,
  ): Promise<string> {
    const { mediaType, filename, bytes } = file;
    const upload = async (uploadSignal: AbortSignal) => {
      const stored = await this.#upload(
        { data: await file.read(), filename, mediaType },
        { ...options, signal: uploadSignal, requestId: undefined },
      );
      return { fileId: stored.id, mediaType, bytes };
    };
    const key = `${partition}:${mediaType}:${file.digest}`;
    const { fileId } = await this.#cache.get(key, upload, signal);
    return fileId;
  }
}

/** Files read, fetched or sent at once for one request. */
const mostLoading = 4;

interface FoundFile<Part extends FilePart = FilePart> {
  readonly part: Part;
  readonly messageIndex: number;
  readonly field: string;
}

function findFiles(messages: readonly Message[]): readonly FoundFile[] {
  const found: FoundFile[] = [];
  for (const [messageIndex, { content }] of messages.entries()) {
    if (typeof content === 'string') continue;
    for (const [partIndex, part] of content.entries()) {
      if (part.type !== 'file') continue;
      found.push({ part, messageIndex, field: `messages[${messageIndex}].content[${partIndex}]` });
    }
  }
  return found;
}

function replaceFiles(
  request: TurnRequest,
  ids: ReadonlyMap<FilePart, string>,
  loaded: ReadonlyMap<FilePart, LoadedFile>,
): TurnRequest {
  const replace = <Part extends { readonly type: string }>(part: Part | FilePart): Part | FilePart => {
    if (!isFile(part)) return part;
    const fileId = ids.get(part);
    const file = loaded.get(part);
    if (fileId === undefined || file === undefined) return part;
    return { type: 'file', fileId, mediaType: file.mediaType, filename: file.filename };
  };
  return {
    ...request,
    messages: request.messages.map((message): Message => {
      if (typeof message.content === 'string') return message;
      if (message.role === 'user') return { ...message, content: message.content.map(replace) };
      if (message.role === 'assistant') return { ...message, content: message.content.map(replace) };
      return message;
    }),
  };
}

const isFile = (part: { readonly type: string }): part is FilePart => part.type === 'file';

/** Files are private to a credential and, where one is sent, to an end user's id. */
async function partitionOf({ clientId, headers = {} }: CallOptions): Promise<string> {
  let authorization: string | undefined;
  let endUser = clientId;
  for (const [name, value] of Object.entries(headers)) {
    if (/^authorization$/i.test(name)) authorization = value;
    if (/^x-client-id$/i.test(name)) endUser = value;
  }
  if (endUser === undefined && authorization === undefined) return '';
  return sha256(new TextEncoder().encode(JSON.stringify([endUser, authorization])));
}
