import {
  type FilesV4,
  type FilesV4UploadFileCallOptions,
  type FilesV4UploadFileResult,
  NoSuchProviderReferenceError,
  type SharedV4ProviderReference,
} from '@ai-sdk/provider-v4';
import type { CallOptions, StoredFile } from '@gigakit/core';
import type { FileData } from '@gigakit/core/turn';
import { fromGigaChatError } from '../convert/from-gigachat-error.ts';
import { toMetadataObject } from '../convert/provider-metadata.ts';
import { toCallOptions } from '../convert/to-call-options.ts';
import type { ProviderContext } from '../model-context.ts';

interface CallSettings {
  abortSignal?: AbortSignal;
  headers?: Record<string, string | undefined>;
}

/** What is uploaded: newer releases of `ai` also give streams. */
export interface GigaChatUploadOptions extends Omit<FilesV4UploadFileCallOptions, 'data'>, CallSettings {
  data: FilesV4UploadFileCallOptions['data'] | { type: 'stream'; stream: ReadableStream<Uint8Array> };
}

export interface GigaChatFileOptions extends CallSettings {
  file: SharedV4ProviderReference;
}

export interface GigaChatFileResult extends FilesV4UploadFileResult {
  byteSize?: number;
  createdAt?: Date;
}

/** The account's files: what `uploadFile({ api: gigachat, … })` puts there goes into prompts as a reference. */
export class GigaChatFiles implements FilesV4 {
  readonly specificationVersion = 'v4';
  readonly provider: string;
  private readonly context: ProviderContext;

  constructor(context: ProviderContext) {
    this.provider = `${context.providerName}.files`;
    this.context = context;
  }

  async uploadFile(options: GigaChatUploadOptions): Promise<GigaChatFileResult> {
    const { data, mediaType, filename } = options;
    // What `ai` says when it could not tell; the client tells it from the bytes and the name.
    const stated = mediaType === 'application/octet-stream' ? undefined : mediaType;
    const file = await this.ask('files', options, (client, callOptions) =>
      client.files.upload({ data: bytesOf(data), filename, mediaType: stated }, callOptions),
    );
    return { ...this.describe(file), mediaType: stated ?? mediaType };
  }

  async getFileMetadata(options: GigaChatFileOptions): Promise<GigaChatFileResult> {
    const id = this.idOf(options.file);
    return this.describe(
      await this.ask(`files/${id}`, options, (client, callOptions) => client.files.retrieve(id, callOptions)),
    );
  }

  async downloadFile(options: GigaChatFileOptions): Promise<{
    content: ReadableStream<Uint8Array>;
    mediaType: string;
    warnings: [];
  }> {
    const id = this.idOf(options.file);
    const { body, mediaType } = await this.ask(`files/${id}/content`, options, (client, callOptions) =>
      client.files.downloadStream(id, callOptions),
    );
    return { content: toByteStream(body), mediaType, warnings: [] };
  }

  async deleteFile(options: GigaChatFileOptions): Promise<{
    providerReference: SharedV4ProviderReference;
    deleted: boolean;
    warnings: [];
  }> {
    const id = this.idOf(options.file);
    const { isDeleted } = await this.ask(`files/${id}/delete`, options, (client, callOptions) =>
      client.files.delete(id, callOptions),
    );
    return { providerReference: this.referenceTo(id), deleted: isDeleted, warnings: [] };
  }

  private async ask<Answer>(
    url: string,
    { abortSignal, headers }: CallSettings,
    call: (client: ReturnType<ProviderContext['client']>, options: CallOptions) => Promise<Answer>,
  ): Promise<Answer> {
    try {
      return await call(this.context.client(), toCallOptions({ abortSignal, headers }));
    } catch (error) {
      throw fromGigaChatError(error, { url, requestBody: {} });
    }
  }

  private idOf(reference: SharedV4ProviderReference): string {
    const id = reference[this.context.providerName] ?? reference['gigachat'];
    if (id !== undefined) return id;
    throw new NoSuchProviderReferenceError({ provider: this.context.providerName, reference });
  }

  private referenceTo(id: string): SharedV4ProviderReference {
    return { [this.context.providerName]: id };
  }

  private describe(file: StoredFile): GigaChatFileResult {
    return {
      providerReference: this.referenceTo(file.id),
      ...(file.filename === undefined ? {} : { filename: file.filename }),
      ...(file.bytes === undefined ? {} : { byteSize: file.bytes }),
      ...(file.createdAtMs === undefined ? {} : { createdAt: new Date(file.createdAtMs) }),
      providerMetadata: { [this.context.providerName]: toMetadataObject(file.raw) },
      warnings: [],
    };
  }
}

function bytesOf(data: GigaChatUploadOptions['data']): FileData {
  switch (data.type) {
    case 'data':
      return data.data;
    case 'text':
      return new TextEncoder().encode(data.text);
    case 'stream':
      return data.stream;
  }
}

/** `ReadableStream.from` is not everywhere yet. */
function toByteStream(body: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> {
  const iterator = body[Symbol.asyncIterator]();
  return new ReadableStream({
    async pull(controller) {
      const next = await iterator.next();
      if (next.done === true) controller.close();
      else controller.enqueue(next.value);
    },
    async cancel() {
      await iterator.return?.();
    },
  });
}
