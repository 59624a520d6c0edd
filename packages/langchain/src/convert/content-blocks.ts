import type { GeneratedFile, Source } from '@gigakit/core/turn';
import { AIMessageChunk, type AIMessage, type ContentBlock } from '@langchain/core/messages';
import { isBlock } from './to-content-part.ts';

/** A page the answer rests on, as an annotation of its text. */
export const toCitation = (source: Source): ContentBlock.Citation => ({
  type: 'citation',
  source: source.id,
  url: source.url,
  ...(source.title === undefined ? {} : { title: source.title }),
});

/** A file the model made, as the block of its kind; `client.files.download(fileId)` gives the bytes. */
export const toFileBlock = (file: GeneratedFile): ContentBlock.Standard => ({
  type: file.kind === 'model-3d' || file.kind === 'other' ? 'file' : file.kind,
  fileId: file.fileId,
  ...(file.mediaType === undefined ? {} : { mimeType: file.mediaType }),
});

/**
 * LangChain's standard blocks of an answer of ours: reasoning, text with citations, files, tool calls.
 * The text of a chunk carries an index, so that joining chunks joins the text.
 */
export function toContentBlocks(message: AIMessage | AIMessageChunk): ContentBlock.Standard[] {
  const isChunk = AIMessageChunk.isInstance(message);
  const { reasoning_content: reasoning, sources, files } = message.additional_kwargs;
  const blocks: ContentBlock.Standard[] = [];
  if (typeof reasoning === 'string' && reasoning !== '') {
    blocks.push({ type: 'reasoning', reasoning, ...(isChunk ? { index: 0 } : {}) });
  }
  const annotations = Array.isArray(sources) ? sources.filter(isSource).map(toCitation) : [];
  const text = textOf(message.content);
  if (text !== '' || annotations.length > 0) {
    blocks.push({
      type: 'text',
      text,
      ...(isChunk ? { index: 1 } : {}),
      ...(annotations.length === 0 ? {} : { annotations }),
    });
  }
  if (Array.isArray(files))
    for (const file of files) if (isGeneratedFile(file)) blocks.push(toFileBlock(file));
  for (const call of message.tool_calls ?? []) {
    blocks.push({
      type: 'tool_call',
      name: call.name,
      args: call.args,
      ...(call.id === undefined ? {} : { id: call.id }),
    });
  }
  for (const { id, name, args, error } of message.invalid_tool_calls ?? []) {
    blocks.push({
      type: 'invalid_tool_call',
      ...(id === undefined ? {} : { id }),
      ...(name === undefined ? {} : { name }),
      ...(args === undefined ? {} : { args }),
      error: error ?? '',
    });
  }
  return blocks;
}

/** `message.text` would ask for the content blocks and come back here. */
function textOf(content: AIMessage['content']): string {
  if (typeof content === 'string') return content;
  return content.map((block) => (typeof block['text'] === 'string' ? block['text'] : '')).join('');
}

const isSource = (value: unknown): value is Source => isBlock(value) && typeof value['url'] === 'string';

const isGeneratedFile = (value: unknown): value is GeneratedFile =>
  isBlock(value) && typeof value['fileId'] === 'string';
