/** The words of a passage on one line, without the marks of Markdown. */
export function plainWords(text: string): string {
  return text
    .replaceAll(/\]\([^)]*\)|[#*`|>[\]]|-{3,}|^\s*[-+] /g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
}
