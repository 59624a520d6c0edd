import { stem } from './stem.ts';

export interface FoundDate {
  /** `YYYY-MM-DD`. */
  readonly day: string;
  /** `HH:MM` when the text says it right after. */
  readonly time: string | undefined;
  readonly index: number;
  readonly text: string;
}

const months: ReadonlyMap<string, number> = new Map(
  [
    ['январь января january jan', 1],
    ['февраль февраля february feb', 2],
    ['март марта march mar', 3],
    ['апрель апреля april apr', 4],
    ['май мая may', 5],
    ['июнь июня june jun', 6],
    ['июль июля july jul', 7],
    ['август августа august aug', 8],
    ['сентябрь сентября september sep sept', 9],
    ['октябрь октября october oct', 10],
    ['ноябрь ноября november nov', 11],
    ['декабрь декабря december dec', 12],
  ].flatMap(([names, number]) =>
    String(names)
      .split(' ')
      .map((name) => [name, Number(number)] as const),
  ),
);

const weekdays: ReadonlyMap<string, number> = new Map(
  [
    ['воскресенье sunday', 0],
    ['понедельник monday', 1],
    ['вторник tuesday', 2],
    ['среда среду wednesday', 3],
    ['четверг thursday', 4],
    ['пятница friday', 5],
    ['суббота saturday', 6],
  ].flatMap(([names, number]) =>
    String(names)
      .split(' ')
      .map((name) => [stem(name), Number(number)] as const),
  ),
);

const relativeDays: ReadonlyMap<string, number> = new Map([
  ['позавчера', -2],
  ['вчера', -1],
  ['сегодня', 0],
  ['завтра', 1],
  ['послезавтра', 2],
  ['day before yesterday', -2],
  ['yesterday', -1],
  ['today', 0],
  ['tonight', 0],
  ['day after tomorrow', 2],
  ['tomorrow', 1],
]);

const monthNames = [...months.keys()].join('|');
const patterns = {
  iso: /(?<![\d-])(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)/g,
  dotted: /(?<![\d.])(\d{1,2})[./](\d{1,2})[./](\d{4}|\d{2})(?![\d.])/g,
  dayMonth: new RegExp(
    `(?<!\\d)(\\d{1,2})(?:st|nd|rd|th|-?го|-?е)?\\s+(?:of\\s+)?(${monthNames})(?!\\p{L})(?:,?\\s+(\\d{4}))?`,
    'giu',
  ),
  monthDay: new RegExp(
    `(?<!\\p{L})(${monthNames})\\s+(\\d{1,2})(?:st|nd|rd|th)?(?!\\d)(?:,?\\s+(\\d{4}))?`,
    'giu',
  ),
  relative: new RegExp(`(?<!\\p{L})(${[...relativeDays.keys()].join('|')})(?!\\p{L})`, 'giu'),
  weekday: /(?<!\p{L})(?:в|во|on|next|this)\s+(?:следующ\p{L}+\s+|эт\p{L}+\s+|next\s+)?(\p{L}+)/giu,
};

/** Days a text names, in order, each once. `now` settles the relative ones and missing years. */
export function datesIn(text: string, now: number): FoundDate[] {
  const today = new Date(now);
  const year = today.getFullYear();
  const found: FoundDate[] = [];
  const add = (match: RegExpMatchArray, yearNumber: number, month: number, dayNumber: number): void => {
    const index = match.index ?? 0;
    if (month < 1 || month > 12 || dayNumber < 1 || dayNumber > 31) return;
    if (
      found.some((other) => index < other.index + other.text.length && other.index < index + match[0].length)
    ) {
      return;
    }
    const day = `${String(yearNumber).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(dayNumber)}`;
    found.push({ day, time: timeAfter(text.slice(index + match[0].length)), index, text: match[0] });
  };
  for (const match of text.matchAll(patterns.iso))
    add(match, Number(match[1]), Number(match[2]), Number(match[3]));
  for (const match of text.matchAll(patterns.dotted)) {
    const given = Number(match[3]);
    add(match, given < 100 ? 2000 + given : given, Number(match[2]), Number(match[1]));
  }
  for (const match of text.matchAll(patterns.dayMonth)) {
    add(match, Number(match[3] ?? year), months.get(String(match[2]).toLowerCase()) ?? 0, Number(match[1]));
  }
  for (const match of text.matchAll(patterns.monthDay)) {
    add(match, Number(match[3] ?? year), months.get(String(match[1]).toLowerCase()) ?? 0, Number(match[2]));
  }
  for (const match of text.matchAll(patterns.relative)) {
    addDay(match, relativeDays.get(String(match[1]).toLowerCase()) ?? 0);
  }
  for (const match of text.matchAll(patterns.weekday)) {
    const weekday = weekdays.get(stem(String(match[1]).toLowerCase()));
    if (weekday !== undefined) addDay(match, ((weekday - today.getDay() + 6) % 7) + 1);
  }
  return found.toSorted((one, other) => one.index - other.index);

  function addDay(match: RegExpMatchArray, daysAhead: number): void {
    const day = new Date(today.getFullYear(), today.getMonth(), today.getDate() + daysAhead);
    add(match, day.getFullYear(), day.getMonth() + 1, day.getDate());
  }
}

function timeAfter(rest: string): string | undefined {
  return timeIn(/^[^.!?]{0,20}/.exec(rest)?.[0] ?? '');
}

/** The first time of day a text names, as `HH:MM`. */
export function timeIn(text: string): string | undefined {
  const exact = /(?<!\d)([01]?\d|2[0-3]):([0-5]\d)\s*(am|pm)?/i.exec(text);
  if (exact !== null) return `${twoDigits(toDayHour(Number(exact[1]), exact[3]))}:${exact[2]}`;
  const hour =
    /(?<!\d)(\d{1,2})\s*(am|pm)(?!\p{L})/iu.exec(text) ??
    /(?<!\p{L})(?:в|at)\s+(\d{1,2})(?:\s+час\p{L}*)?(?:\s+(утра|дня|вечера))?(?![\d.:]|\s*\p{L})/iu.exec(
      text,
    );
  if (hour === null || Number(hour[1]) > 23) return undefined;
  return `${twoDigits(toDayHour(Number(hour[1]), hour[2]))}:00`;
}

function toDayHour(hour: number, half: string | undefined): number {
  const isLate = half !== undefined && /pm|дня|вечера/i.test(half);
  if (isLate && hour < 12) return hour + 12;
  return /am/i.test(half ?? '') && hour === 12 ? 0 : hour;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
