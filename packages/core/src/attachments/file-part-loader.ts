import { InvalidRequestError } from '../errors/index.ts';
import type { FileData, InlineFilePart, RemoteFilePart } from '../turn/content-part.ts';
import { describeFile, type FileDescription } from './describe-file.ts';
import { fetchRemoteFile, type FetchRemoteOptions, type RemoteFilePolicy } from './fetch-remote-file.ts';
import { fileSource, type FileSource } from './file-source.ts';
import { joinChunks } from './join-chunks.ts';
import { sha256 } from './sha256.ts';
import { checkSize } from './size-limits.ts';
import { waitFor } from './wait-for.ts';

/** A file whose content is known by its digest, and whose bytes can be had when they are needed. */
export interface LoadedFile extends FileDescription {
  readonly digest: string;
  readonly bytes: number;
  read(): Promise<Uint8Array>;
}

/** How long the content of an address is taken to be what it was, in milliseconds. */
const remoteLifetimeMs = 10 * 60_000;
const mostRemembered = 1_000;

/**
 * Brings file parts into memory, and remembers what need not be read twice: Blobs, which do not change; streams, which
 * can be read only once; addresses, for ten minutes. So an agent that sends the same message again at each step
 * causes no new reading.
 */
export class FilePartLoader {
  readonly #policy: RemoteFilePolicy;
  readonly #remote: Pick<FetchRemoteOptions, 'openEngine'>;
  readonly #now: () => number;
  readonly #byObject = new WeakMap<object, Promise<LoadedFile>>();
  readonly #byAddress = new Map<string, { readonly file: LoadedFile; readonly expiresAtMs: number }>();

  constructor(
    policy: RemoteFilePolicy,
    remote: Pick<FetchRemoteOptions, 'openEngine'> = {},
    now: () => number = Date.now,
  ) {
    this.#policy = policy;
    this.#remote = remote;
    this.#now = now;
  }

  /** @throws InvalidRequestError or PayloadTooLargeError naming `field`; ConnectionError for an address that fails. */
  async load(
    part: InlineFilePart | RemoteFilePart,
    field: string,
    signal: AbortSignal | undefined,
  ): Promise<LoadedFile> {
    if (part.url === undefined) return this.#loadData(part.data, part, `${field}.data`, signal);
    const url = String(part.url);
    if (/^\s*data:/i.test(url)) return this.#loadData(url.trim(), part, `${field}.url`, signal);
    return this.#loadRemote(url, part, `${field}.url`, signal);
  }

  #loadData(
    data: FileData,
    part: InlineFilePart | RemoteFilePart,
    field: string,
    signal: AbortSignal | undefined,
  ): Promise<LoadedFile> {
    const isMutable = typeof data === 'string' || data instanceof Uint8Array || data instanceof ArrayBuffer;
    if (isMutable || typeof data !== 'object' || data === null) return this.#readData(data, part, field);
    let loading = this.#byObject.get(data);
    if (loading === undefined) {
      loading = this.#readData(data, part, field);
      loading.catch(() => {});
      this.#byObject.set(data, loading);
    }
    return waitFor(loading, signal);
  }

  async #readData(data: FileData, part: InlineFilePart | RemoteFilePart, field: string): Promise<LoadedFile> {
    const source = fileSource(data, field);
    try {
      const description = await describeFile(source, part);
      if (source.length !== undefined) this.#check(source.length, description, field);
      const bytes = await this.#gather(source, description, field);
      if (bytes.byteLength === 0) throw new InvalidRequestError(`${field} is empty.`, { field });
      const digest = await sha256(bytes);
      const reread = async () => new Uint8Array(await (data instanceof Blob ? data.arrayBuffer() : bytes));
      return {
        ...description,
        digest,
        bytes: bytes.byteLength,
        read: data instanceof Blob ? reread : async () => bytes,
      };
    } finally {
      await source.close();
    }
  }

  async #loadRemote(
    url: string,
    part: RemoteFilePart,
    field: string,
    signal: AbortSignal | undefined,
  ): Promise<LoadedFile> {
    const key = JSON.stringify([url, part.mediaType, part.filename]);
    const known = this.#byAddress.get(key);
    if (known !== undefined && known.expiresAtMs > this.#now()) return known.file;
    const file = await this.#fetch(url, part, field, signal);
    this.#byAddress.delete(key);
    this.#byAddress.set(key, {
      // Should the upload be forgotten meanwhile, the bytes come from the address again.
      file: { ...file, read: async () => (await this.#fetch(url, part, field, undefined)).read() },
      expiresAtMs: this.#now() + remoteLifetimeMs,
    });
    const [oldest] = this.#byAddress.keys();
    if (oldest !== undefined && this.#byAddress.size > mostRemembered) this.#byAddress.delete(oldest);
    return file;
  }

  async #fetch(
    url: string,
    part: RemoteFilePart,
    field: string,
    signal: AbortSignal | undefined,
  ): Promise<LoadedFile> {
    const { data, mediaType, filename } = await fetchRemoteFile(url, this.#policy, {
      ...this.#remote,
      signal,
      field,
    });
    if (data.byteLength === 0) throw new InvalidRequestError(`${field} leads to an empty file.`, { field });
    const description = await describeFile(fileSource(data, field), {
      mediaType: part.mediaType ?? mediaType,
      filename: part.filename ?? filename,
    });
    this.#check(data.byteLength, description, field);
    return { ...description, digest: await sha256(data), bytes: data.byteLength, read: async () => data };
  }

  #check(bytes: number, { mediaType }: FileDescription, field: string): void {
    checkSize(bytes, mediaType, field, this.#policy.maxBytes);
  }

  async #gather(source: FileSource, description: FileDescription, field: string): Promise<Uint8Array> {
    const chunks: Uint8Array[] = [];
    let length = 0;
    for await (const chunk of source.open()) {
      length += chunk.byteLength;
      this.#check(length, description, field);
      chunks.push(chunk);
    }
    return joinChunks(chunks);
  }
}
