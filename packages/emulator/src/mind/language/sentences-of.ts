/** Sentences, list items and lines of a text, in order and trimmed. Markup of headings and bullets is left out. */
export function sentencesOf(text: string): string[] {
  const sentences: string[] = [];
  for (const line of text.split(/\n+/)) {
    const bare = line.replace(/^\s*(?:[-*•>]|#{1,6}|\d+[.)])\s+/, '').trim();
    if (bare === '') continue;
    for (const sentence of bare.split(/(?<=[.!?…]["»)\]]?)\s+(?=[\p{Lu}\p{N}"«([—-])/u)) {
      if (sentence.trim() !== '') sentences.push(sentence.trim());
    }
  }
  return sentences;
}
