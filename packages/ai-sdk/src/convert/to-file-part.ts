import { NoSuchProviderReferenceError, UnsupportedFunctionalityError } from '@ai-sdk/provider-v4';
import type { FileData, FilePart } from '@gigakit/core/turn';
import type { PromptPart } from './chat-call.ts';
import { isRecord, readNamespace } from './read-namespace.ts';

/**
 * A picture or document in any major's spelling. One that GigaChat already has (uploaded through `files()`,
 * or drawn in an earlier turn) goes as its id; everything else is left for the client to upload.
 */
export function toFilePart(part: PromptPart, providerName: string): FilePart {
  if (/^video\b/.test(part.mediaType ?? part.mimeType ?? '')) throw unsupported(part);
  const details = { ...mediaTypeOf(part), ...filenameOf(part) };
  const knownId = readNamespace(part, providerName)['fileId'];
  if (typeof knownId === 'string') return { type: 'file', fileId: knownId, ...details };
  return { type: 'file', ...sourceOf(part, providerName), ...details };
}

type FileSource = { readonly fileId: string } | { readonly url: string | URL } | { readonly data: FileData };

function sourceOf(part: PromptPart, providerName: string): FileSource {
  if (part.fileId !== undefined) return { fileId: toFileId(part.fileId, providerName) };
  const data = part.data ?? part.image ?? part.url;
  if (!isRecord(data) || data instanceof URL || data instanceof Uint8Array || data instanceof ArrayBuffer) {
    return plainSource(data, part);
  }
  switch (data['type']) {
    case 'data':
      return plainSource(data['data'], part);
    case 'url':
      return plainSource(data['url'], part);
    case 'reference':
      return { fileId: toFileId(data['reference'], providerName) };
    case 'text':
      return { data: new TextEncoder().encode(typeof data['text'] === 'string' ? data['text'] : '') };
    default:
      throw unsupported(part);
  }
}

function plainSource(data: unknown, part: PromptPart): FileSource {
  if (data instanceof URL) return { url: data };
  if (data instanceof Uint8Array || data instanceof ArrayBuffer) return { data };
  if (typeof data === 'string') return /^(?:https?|data):/i.test(data) ? { url: data } : { data };
  throw unsupported(part);
}

function toFileId(reference: unknown, providerName: string): string {
  if (typeof reference === 'string') return reference;
  const entries: Record<string, string> = {};
  if (isRecord(reference)) {
    for (const [key, id] of Object.entries(reference)) if (typeof id === 'string') entries[key] = id;
  }
  const id = entries[providerName] ?? entries['gigachat'];
  if (id === undefined)
    throw new NoSuchProviderReferenceError({ provider: providerName, reference: entries });
  return id;
}

/** Bare and wildcard types (`image`, `image/*`) say nothing the bytes do not say better. */
function mediaTypeOf(part: PromptPart): { readonly mediaType?: string } {
  const stated = part.mediaType ?? part.mimeType;
  if (stated !== undefined && /^[\w.+-]+\/[\w.+-]+/.test(stated)) return { mediaType: stated };
  return isRecord(part.data) && part.data['type'] === 'text' ? { mediaType: 'text/plain' } : {};
}

function filenameOf(part: PromptPart): { readonly filename?: string } {
  return part.filename === undefined ? {} : { filename: part.filename };
}

function unsupported(part: PromptPart): UnsupportedFunctionalityError {
  const stated = part.mediaType ?? part.mimeType ?? 'unknown media type';
  return new UnsupportedFunctionalityError({
    functionality: `${part.type} part (${stated})`,
    message: `GigaChat cannot read a "${part.type}" part of ${stated}: it reads pictures, documents and sound, given as bytes, base64 text, a URL or a file reference.`,
  });
}
