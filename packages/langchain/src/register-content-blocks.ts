import type { AIMessage, AIMessageChunk, ContentBlock } from '@langchain/core/messages';
import { toContentBlocks } from './convert/content-blocks.ts';
import { provider } from './convert/response-metadata.ts';

interface BlockTranslator {
  translateContent(message: AIMessage | AIMessageChunk): ContentBlock.Standard[];
  translateContentChunk(message: AIMessageChunk): ContentBlock.Standard[];
}

/**
 * Tells LangChain how to read `message.contentBlocks` of our answers. Its registry has no public door, only this
 * global map, which core fills when it is loaded; an entry of the same name is simply replaced.
 */
export function registerContentBlocks(): void {
  const holder = globalThis as { lc_block_translators_registry?: Map<string, BlockTranslator> };
  holder.lc_block_translators_registry?.set(provider, {
    translateContent: toContentBlocks,
    translateContentChunk: toContentBlocks,
  });
}
