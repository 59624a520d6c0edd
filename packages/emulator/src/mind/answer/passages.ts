/** A piece of text to answer from. */
export interface Passage {
  readonly text: string;
  /** How it is cited: `[2]`, `(faq.md)`. */
  readonly citation: string | undefined;
}

const start =
  /^[ \t]*(?:\[(?<number>\d+)\]|(?:\*\*)?(?:document|документ|passage|фрагмент|source|источник|чанк|chunk|doc)[ \t]*(?:№|#|n)?[ \t]*(?<ordinal>\d+)(?:\*\*)?[ \t]*[:.)\]—-]|\((?<round>\d+)\)[ \t])[ \t]*/gimu;
const named =
  /^[ \t]*(?:source|источник|file|файл|title|заголовок|название)[ \t]*:[ \t]*(?<name>[^\n]{1,120})\n(?:[ \t]*(?:content|содержание|text|текст)[ \t]*:[ \t]*)?/gimu;
const tag =
  /<(?:document|doc|passage|source)\b(?<attributes>[^>]*)>(?<body>[\s\S]*?)<\/(?:document|doc|passage|source)>/giu;

/** Passages of a text in order: numbered, named, in tags, or paragraph by paragraph. */
export function readPassages(context: string): Passage[] {
  const inTags = [...context.matchAll(tag)].map(({ groups }) => ({
    text: withoutTags(groups?.['body'] ?? ''),
    citation: citationFrom(groups?.['attributes'] ?? ''),
  }));
  if (inTags.length > 0) return inTags;
  const bare = withoutTags(context);
  const numbered = cutAt(bare, [...bare.matchAll(start)], (groups) => {
    return `[${groups['number'] ?? groups['ordinal'] ?? groups['round']}]`;
  });
  if (numbered.length > 0) return numbered;
  const withNames = cutAt(bare, [...bare.matchAll(named)], (groups) => `(${groups['name']?.trim()})`);
  if (withNames.length > 0) return withNames;
  return bare
    .split(/\n\s*\n|\n-{3,}\n/)
    .filter((text) => text.trim() !== '')
    .map((text) => ({ text: text.trim(), citation: undefined }));
}

function cutAt(
  text: string,
  starts: readonly RegExpExecArray[],
  citationOf: (groups: Readonly<Record<string, string | undefined>>) => string,
): Passage[] {
  return starts.map((match, index) => ({
    text: text.slice(match.index + match[0].length, starts[index + 1]?.index).trim(),
    citation: citationOf(match.groups ?? {}),
  }));
}

function citationFrom(attributes: string): string | undefined {
  const value = /(?:index|id|n|number)\s*=\s*["']?(\d+)/i.exec(attributes)?.[1];
  if (value !== undefined) return `[${value}]`;
  const name = /(?:source|name|title|file(?:name)?)\s*=\s*["']([^"']+)/i.exec(attributes)?.[1];
  return name === undefined ? undefined : `(${name})`;
}

function withoutTags(text: string): string {
  return text.replace(/<\/?[\p{L}_-]+(?:\s[^<>]*)?>/gu, '\n').trim();
}
