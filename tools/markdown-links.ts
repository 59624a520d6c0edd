/** A link of a Markdown text to something beside it. */
export type MarkdownLink = {
  /** As written: `../tls.md#settings`. */
  target: string;
  /** Counted from 1. */
  line: number;
};

/** The links and pictures of one Markdown text that lead to files or headings, not to the network. */
export function markdownLinks(markdown: string): MarkdownLink[] {
  const links: MarkdownLink[] = [];
  for (const { text, line } of proseLines(markdown)) {
    const prose = text.replaceAll(/(`+)[^`].*?\1/g, '');
    for (const match of prose.matchAll(/\]\(<?([^\s()<>]+(?:\([^\s()]*\))?)>?(?:\s+["'][^)]*)?\)/g)) {
      const [, target = ''] = match;
      if (!/^([a-z][a-z+.-]*:|\/\/)/i.test(target)) links.push({ target, line });
    }
    for (const match of prose.matchAll(/<(?:img|source|a)\s[^>]*?(?:src|href|srcset)="([^"\s]+)"/g)) {
      const [, target = ''] = match;
      if (!/^([a-z][a-z+.-]*:|\/\/)/i.test(target)) links.push({ target, line });
    }
  }
  return links;
}

/** What may stand behind `#` in a link to this text, as GitHub names headings. */
export function headingAnchors(markdown: string): Set<string> {
  const anchors = new Set<string>();
  for (const { text } of proseLines(markdown)) {
    const [, heading] = text.match(/^#{1,6}\s+(.+?)\s*#*$/) ?? [];
    if (heading === undefined) continue;
    const slug = heading
      .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\p{M}_ -]/gu, '')
      .replaceAll(' ', '-');
    let anchor = slug;
    for (let count = 1; anchors.has(anchor); count += 1) anchor = `${slug}-${count}`;
    anchors.add(anchor);
  }
  return anchors;
}

/** The lines outside code blocks. */
function proseLines(markdown: string): { text: string; line: number }[] {
  let fence: string | undefined;
  return markdown.split(/\r?\n/).flatMap((text, index) => {
    const [, mark] = text.match(/^\s*(`{3,}|~{3,})/) ?? [];
    if (mark !== undefined) {
      if (fence === undefined) fence = mark;
      else if (mark.startsWith(fence)) fence = undefined;
      return [];
    }
    return fence === undefined ? [{ text, line: index + 1 }] : [];
  });
}
