import type { CallOptions, GigaChat } from '@gigakit/core';
import type { GeneratedFile } from '@gigakit/core/turn';
import type { FileContent } from '../convert/chat-part.ts';

/** The bytes of a file the model made, with its id for later turns. */
export async function downloadFile(
  client: GigaChat,
  file: GeneratedFile,
  options: CallOptions,
  providerName: string,
): Promise<FileContent> {
  const { signal, clientId, timeoutMs, maxRetries } = options;
  const { data, mediaType } = await client.files.download(file.fileId, {
    signal,
    clientId,
    timeoutMs,
    maxRetries,
  });
  return {
    type: 'file',
    mediaType,
    data,
    providerMetadata: { [providerName]: { fileId: file.fileId, kind: file.kind } },
  };
}
