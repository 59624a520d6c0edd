import { numbersIn } from '../language/numbers-in.ts';
import { plural } from './calendar.ts';
import { inLanguage, type Skill } from './skill.ts';

const mostCounted = 500;

/** Counts out loud, counts letters and words, sorts and turns things over. */
export const counting: Skill = (asked) => {
  const { question } = asked;
  const upTo =
    /(?:посчита\p{L}*|считай|сосчитай|count)(?:\s+\p{L}+)?(?:\s+(?:от|from)\s+(-?\d+))?\s+(?:до|to|up to)\s+(-?\d+)/iu.exec(
      question,
    ) ?? /(?:числа|numbers)\s+(?:от|from)\s+(-?\d+)\s+(?:до|to)\s+(-?\d+)/iu.exec(question);
  if (upTo !== null) return countOut(Number(upTo[1] ?? 1), Number(upTo[2]));
  const letters =
    /(?:сколько|how many)\s+(?:раз\s+)?(?:букв\p{L}*|letters?)?\s*["'«“]?(\p{L})["'»”]?(?:['’]?s)?\s+(?:букв\p{L}*\s+)?(?:в слове|в|(?:are |are there )?in(?: the word)?)\s+["'«“]?([\p{L}-]{2,})/iu.exec(
      question,
    );
  if (letters !== null) {
    const [, letter = '', word = ''] = letters;
    const count = [...word.toLowerCase()].filter((other) => other === letter.toLowerCase()).length;
    return inLanguage(
      asked,
      `В слове «${word}» буква «${letter.toLowerCase()}» встречается ${count} ${plural(count, 'раз', 'раза', 'раз')}.`,
      `The letter "${letter.toLowerCase()}" appears ${count} ${count === 1 ? 'time' : 'times'} in "${word}".`,
    );
  }
  const inWord =
    /(?:сколько букв|how many letters)\s+(?:в слове|в|(?:are |are there )?in(?: the word)?)\s+["'«“]?([\p{L}-]{2,})/iu.exec(
      question,
    )?.[1];
  if (inWord !== undefined) {
    const count = inWord.match(/\p{L}/gu)?.length ?? 0;
    return inLanguage(asked, `${count} ${plural(count, 'буква', 'буквы', 'букв')}.`, `${count} letters.`);
  }
  const counted = /(?:сколько слов|how many words)[^:«"“]*(?::|[«"“])\s*([^»"”]+)/iu.exec(question)?.[1];
  if (counted !== undefined) {
    const count = counted.match(/[\p{L}\p{N}'’-]+/gu)?.length ?? 0;
    return inLanguage(asked, `${count} ${plural(count, 'слово', 'слова', 'слов')}.`, `${count} words.`);
  }
  const turned =
    /(?:переверни|разверни|задом наперёд|задом наперед|наоборот|reverse|backwards?)[^«"“:]*(?:[«"“:]\s*|(?:слово|строку|the (?:word|string))\s+)([^»"”?]+)/iu.exec(
      question,
    )?.[1];
  if (turned !== undefined && turned.length < 200) return [...turned.trim()].toReversed().join('');
  return sort(question);
};

function countOut(first: number, last: number): string | undefined {
  const count = Math.abs(last - first) + 1;
  if (!Number.isSafeInteger(count) || count > mostCounted) return undefined;
  return Array.from({ length: count }, (_, index) => first + (last < first ? -index : index)).join(', ');
}

function sort(question: string): string | undefined {
  const given = /(?:отсортируй|упорядочи|sort)[^:]*:\s*(.+)$/isu.exec(question)?.[1];
  if (given === undefined) return undefined;
  const items = given
    .split(/[,;\n]+/)
    .map((item) => item.trim().replace(/[.?!]$/, ''))
    .filter((item) => item !== '');
  const isDescending = /убыван|descend|desc\b/i.test(question);
  const numbers = numbersIn(given);
  const sorted =
    numbers.length >= items.length
      ? numbers
          .map(({ value }) => value)
          .toSorted((one, other) => one - other)
          .map(String)
      : items.toSorted((one, other) => one.localeCompare(other, 'ru'));
  return (isDescending ? sorted.toReversed() : sorted).join(', ');
}
