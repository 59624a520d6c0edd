import { MarkdownTextSplitter, RecursiveCharacterTextSplitter } from '@langchain/textsplitters';

const passage = { chunkSize: 400, chunkOverlap: 40 };

/** Cuts a document into passages: at headings where there are any, else at paragraphs and sentences. */
export async function splitText(name: string, text: string): Promise<string[]> {
  const splitter = /\.(?:md|markdown)$/i.test(name)
    ? new MarkdownTextSplitter(passage)
    : new RecursiveCharacterTextSplitter({ ...passage, separators: ['\n\n', '\n', '. ', ' ', ''] });
  const passages = await splitter.splitText(text);
  return passages.filter((one) => one.trim() !== '');
}
