import { InvalidRequestError } from '@gigakit/core';
import type { FilePart, TextPart } from '@gigakit/core/turn';

/** A content block of any of the dialects LangChain users write: OpenAI's, Anthropic's, v0 data blocks, v1 blocks. */
export type Block = Readonly<Record<string, unknown>>;

/**
 * What the block says in our words; `undefined` for a marker that carries no content.
 * @throws InvalidRequestError for a block GigaChat cannot be given: nothing is left out in silence.
 */
export function toContentPart(block: Block, field: string): TextPart | FilePart | undefined {
  switch (block['type']) {
    case 'text':
    case 'input_text':
    case 'output_text':
      return { type: 'text', text: requireText(block, field) };
    case 'text-plain':
      return typeof block['text'] === 'string' ? titledText(block) : toFilePart(block, field);
    case 'image_url':
    case 'audio_url':
    case 'video_url':
    case 'document_url':
      return toLinkedFile(block, block['type'], field);
    case 'input_audio':
      return toInputAudio(block, field);
    case 'image':
    case 'audio':
    case 'video':
    case 'file':
    case 'document':
    case 'media':
    case 'input_image':
    case 'input_file':
      return block['source_type'] === 'text' ? titledText(block) : toFilePart(block, field);
    case 'cachePoint':
      return undefined;
    default:
      throw new InvalidRequestError(
        `${field} is a block of type ${JSON.stringify(block['type'])}, which GigaChat has no place for; send text, image, audio or file blocks.`,
        { field },
      );
  }
}

export const isBlock = (value: unknown): value is Block =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function requireText(block: Block, field: string): string {
  if (typeof block['text'] === 'string') return block['text'];
  throw new InvalidRequestError(`${field}.text must be a string.`, { field: `${field}.text` });
}

function titledText(block: Block): TextPart {
  const lines = [block['title'], block['context'], block['text']];
  return { type: 'text', text: lines.filter((line) => typeof line === 'string' && line !== '').join('\n') };
}

/** `{ type: 'image_url', image_url: 'https://…' | { url } }`; the Python package adds `giga_id`, a file already uploaded. */
function toLinkedFile(block: Block, key: string, field: string): FilePart {
  const link = block[key];
  const target: Block = isBlock(link) ? link : { url: link };
  return toFilePart({ ...block, ...target, type: key }, field);
}

function toInputAudio(block: Block, field: string): FilePart {
  const audio = isBlock(block['input_audio']) ? block['input_audio'] : {};
  const format = typeof audio['format'] === 'string' ? { mimeType: `audio/${audio['format']}` } : {};
  return toFilePart({ type: 'input_audio', data: audio['data'], ...format }, field);
}

/** One of an id, bytes or an address, under whichever name the dialect gives it. */
function toFilePart(block: Block, field: string): FilePart {
  const nested = nestedSource(block);
  const named = { ...readMediaType(block, nested), ...readFilename(block, nested) };

  const fileId = firstString(
    block['fileId'],
    block['file_id'],
    block['giga_id'],
    block['source_type'] === 'id' ? block['id'] : undefined,
    nested['file_id'],
    nested['fileId'],
  );
  if (fileId !== undefined) return { type: 'file', fileId, ...named };

  const data = firstDefined(block['data'], nested['data'], block['file_data'], nested['file_data']);
  if (typeof data === 'string' && data.startsWith('data:')) return { type: 'file', url: data, ...named };
  if (typeof data === 'string' || data instanceof Uint8Array) return { type: 'file', data, ...named };

  const url = firstString(
    block['url'],
    nested['url'],
    block['image_url'],
    block['fileUri'],
    block['file_url'],
  );
  if (url !== undefined) return { type: 'file', url, ...named };

  throw new InvalidRequestError(
    `${field} is a block of type ${JSON.stringify(block['type'])} without content; give it one of fileId, data (base64 or bytes) or url.`,
    { field },
  );
}

/** Anthropic keeps the content under `source`, OpenAI's file block under `file`. */
function nestedSource(block: Block): Block {
  for (const key of ['source', 'file']) {
    const value = block[key];
    if (isBlock(value)) return value;
  }
  return {};
}

function readMediaType(block: Block, nested: Block): { mediaType?: string } {
  const mediaType = firstString(
    block['mimeType'],
    block['mime_type'],
    nested['media_type'],
    nested['mime_type'],
  );
  return mediaType === undefined ? {} : { mediaType };
}

function readFilename(block: Block, nested: Block): { filename?: string } {
  const metadata = isBlock(block['metadata']) ? block['metadata'] : {};
  const filename = firstString(
    block['filename'],
    nested['filename'],
    metadata['filename'],
    metadata['name'],
    block['title'],
  );
  return filename === undefined ? {} : { filename };
}

const firstString = (...values: unknown[]): string | undefined =>
  values.find((value): value is string => typeof value === 'string' && value !== '');

const firstDefined = (...values: unknown[]): unknown => values.find((value) => value !== undefined);
