import { conceptOf, conceptsOf } from '../language/concepts-of.ts';

const counted =
  /(?<![\d.,])(\d{1,3})\s*(?:x|х|×|шт\p{L}*\.?)?\s+(?!руб|₽|дн|час|мин|год|лет|days?|hours?|dollars?|euros?)(\p{L}{3,}(?:\s+(?!и\s|and\s|за\s|по\s|for\s|итого)\p{L}{4,})?)/giu;

/** «2 пиццы и 3 колы»: how many of what, sums and times left out. */
export function countedIn(text: string): { count: number; noun: string }[] {
  return [...text.matchAll(counted)].map(([, count, noun = '']) => ({ count: Number(count), noun }));
}

/** «купи: молоко, хлеб и сыр» → three items; needs a colon, bullets, or the list's own name before it. */
export function listIn(text: string, name: string): string[] {
  const bullets = text.split('\n').filter((line) => /^\s*(?:[-*•]|\d+[.)])\s+/.test(line));
  if (bullets.length > 1) return bullets.map((line) => line.replace(/^\s*(?:[-*•]|\d+[.)])\s+/, '').trim());
  const wanted = new Set(conceptsOf(name));
  const afterColon = /:\s*([^\n]+)$/u.exec(text)?.[1];
  if (afterColon !== undefined && /,|\s(?:и|and)\s/.test(afterColon)) return splitList(afterColon);
  for (const match of text.matchAll(
    /(\p{L}+)\s+((?:[^,.!?\n]{1,40},\s*)+[^,.!?\n]{1,40}?(?:\s(?:и|and)\s[^,.!?\n]{1,40})?)(?=[.!?\n]|$)/gu,
  )) {
    if (
      wanted.has(conceptOf(String(match[1]).toLowerCase())) ||
      /^(?:купи|добавь|buy|add|люблю|like)$/i.test(String(match[1]))
    )
      return splitList(match[2] ?? '');
  }
  return [];
}

/** «a, b и c» taken apart, without quotation marks. */
export function splitList(text: string): string[] {
  return text
    .split(/\s*[,;]\s*(?:(?:и|and)\s+)?|\s+(?:и|and)\s+/u)
    .map((item) => item.trim().replace(/^["«]|["».]+$/g, ''))
    .filter((item) => item !== '');
}

/** The name of one of them: `ingredients` holds an `ingredient`. */
export function singular(name: string): string {
  return name.replace(/ies$/i, 'y').replace(/(?<=[^s])s$/i, '');
}
