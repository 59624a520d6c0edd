const spoken: ReadonlyMap<string, number> = new Map(
  Object.entries({
    ноль: 0,
    один: 1,
    одна: 1,
    одно: 1,
    одну: 1,
    два: 2,
    две: 2,
    двух: 2,
    двое: 2,
    три: 3,
    трёх: 3,
    трех: 3,
    трое: 3,
    четыре: 4,
    четырёх: 4,
    четырех: 4,
    пять: 5,
    пяти: 5,
    шесть: 6,
    шести: 6,
    семь: 7,
    семи: 7,
    восемь: 8,
    восьми: 8,
    девять: 9,
    десять: 10,
    десяти: 10,
    одиннадцать: 11,
    двенадцать: 12,
    пятнадцать: 15,
    двадцать: 20,
    тридцать: 30,
    сорок: 40,
    пятьдесят: 50,
    сто: 100,
    тысяча: 1000,
    тысячу: 1000,
    zero: 0,
    one: 1,
    two: 2,
    three: 3,
    four: 4,
    five: 5,
    six: 6,
    seven: 7,
    eight: 8,
    nine: 9,
    ten: 10,
    eleven: 11,
    twelve: 12,
    fifteen: 15,
    twenty: 20,
    thirty: 30,
    forty: 40,
    fifty: 50,
    hundred: 100,
    thousand: 1000,
  }),
);

export interface FoundNumber {
  readonly value: number;
  readonly index: number;
  readonly text: string;
}

const written =
  /(?<![\p{L}\d.,])([-−]?(?:\d{1,3}(?:[  ]\d{3})+|\d+)(?:[.,]\d+)?)(\s*(?:тыс|млн|млрд|million|thousand|k)(?!\p{L}))?/giu;

/** Numbers a text names, in order: digits with spaces or a decimal comma, and small ones in words. */
export function numbersIn(text: string): FoundNumber[] {
  const found: FoundNumber[] = [];
  for (const match of text.matchAll(written)) {
    const value = Number(String(match[1]).replace(/[  ]/g, '').replace(',', '.').replace('−', '-'));
    found.push({ value: value * scaleOf(match[2]), index: match.index, text: match[0] });
  }
  for (const match of text.matchAll(/\p{L}+/gu)) {
    const value = spoken.get(match[0].toLowerCase());
    if (value !== undefined) found.push({ value, index: match.index, text: match[0] });
  }
  return found.toSorted((one, other) => one.index - other.index);
}

function scaleOf(word: string | undefined): number {
  if (word === undefined) return 1;
  if (/млрд/i.test(word)) return 1e9;
  return /млн|million/i.test(word) ? 1e6 : 1e3;
}
