import { solve } from '../answer/arithmetic.ts';
import { gistOf } from '../answer/summarise.ts';
import { citiesIn, type FoundCity } from '../language/cities-in.ts';
import { conceptOf, conceptsOf } from '../language/concepts-of.ts';
import { datesIn, timeIn } from '../language/dates-in.ts';
import { sentimentOf } from '../language/sentiment-of.ts';
import { takeFirst, type Evidence } from './evidence.ts';
import type { FieldKind } from './kind-of.ts';

const emailPattern = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g;
const urlPattern = /https?:\/\/[^\s<>"'»)]+[^\s<>"'».,;:!?)]/g;
const phonePattern = /(?:\+\d|\b8)[\s(-]*\d{3}[\s)-]*\d{3}[\s-]*\d{2}[\s-]*\d{2}/g;
const quotePattern = /[«"“]([^«»"“”]{1,400})[»"”]|(?<!\p{L})'([^'\n]{2,200})'(?!\p{L})/gu;

/** The words of the text a string field of that kind means; `undefined` when the text says nothing of it. */
export function findText(
  kind: FieldKind | undefined,
  name: string,
  description: string,
  evidence: Evidence,
): string | undefined {
  const labelled =
    quotedAfterName(name, description, evidence) ?? valueAfterLabel(name, description, evidence.text);
  if (labelled !== undefined) return labelled;
  switch (kind) {
    case 'email':
      return takeFirst(evidence.text.match(emailPattern) ?? [], asKey, evidence.taken);
    case 'url':
      return takeFirst(evidence.text.match(urlPattern) ?? [], asKey, evidence.taken);
    case 'phone':
      return takeFirst(evidence.text.match(phonePattern) ?? [], asKey, evidence.taken);
    case 'city':
      return cityOf(takeFirst(citiesIn(evidence.text), cityKey, evidence.taken));
    case 'origin':
      return (
        cityOf(
          cityAfter(/(?:из|от|from)\s+$/iu, evidence) ??
            takeFirst(citiesIn(evidence.text), cityKey, evidence.taken),
        ) ?? currencyOf(name, evidence)
      );
    case 'destination':
      return (
        cityOf(cityAfter(/(?:в|во|до|на|to)\s+$/iu, evidence) ?? citiesIn(evidence.text).at(-1)) ??
        currencyOf(name, evidence)
      );
    case 'currency':
      return currencyOf(name, evidence);
    case 'date':
      return takeFirst(datesIn(evidence.text, evidence.now), ({ day }) => `date ${day}`, evidence.taken)?.day;
    case 'time':
      return timeIn(evidence.text);
    case 'datetime': {
      const date = takeFirst(
        datesIn(evidence.text, evidence.now),
        ({ day }) => `date ${day}`,
        evidence.taken,
      );
      const time = timeIn(evidence.text);
      return date === undefined ? time : time === undefined ? date.day : `${date.day}T${time}:00`;
    }
    case 'expression':
      return solve(evidence.text)?.expression;
    case 'sentiment':
      return sentimentOf(evidence.text);
    case 'language':
      return languageNamed(evidence.text);
    case 'person':
      return personIn(evidence) ?? quotedIn(evidence);
    case 'query':
      return quotedIn(evidence) ?? withoutCommand(evidence.text);
    case 'message':
    case 'title':
    case 'description':
      return quotedIn(evidence) ?? afterColon(evidence);
    case 'answer':
      return evidence.inWords();
    case 'summary':
      return gistOf(evidence.text, 2).join(' ') || undefined;
    case 'identifier':
      return takeFirst(
        evidence.text.match(/(?<=№\s*|#|\b)(?=[\p{L}-]*\d)[\p{L}\d][\p{L}\d_-]*/gu) ?? [],
        asKey,
        evidence.taken,
      );
    case 'country':
    case 'unit':
    case 'code':
    case undefined:
      return quotedIn(evidence) ?? wordAfterName(name, evidence);
  }
}

/** «с темой «Отчёт» и текстом «Готово»»: the quotation right after what the field is called. */
function quotedAfterName(name: string, description: string, evidence: Evidence): string | undefined {
  const wanted = new Set(
    conceptsOf(`${name.replace(/_/g, ' ')} ${description.length < 60 ? description : ''}`),
  );
  for (const match of evidence.text.matchAll(/(\p{L}+)\s*:?\s*[«"“]([^«»"“”]{1,400})[»"”]/gu)) {
    const value = match[2] ?? '';
    if (!wanted.has(conceptOf(String(match[1]).toLowerCase())) || evidence.taken.has(value)) continue;
    evidence.taken.add(value);
    return value.trim();
  }
  return undefined;
}

/** A quotation no other field took. */
function quotedIn(evidence: Evidence): string | undefined {
  return takeFirst(quotationsIn(evidence.text), asKey, evidence.taken)?.trim();
}

export function quotationsIn(text: string): string[] {
  return [...text.matchAll(quotePattern)].map((match) => match[1] ?? match[2] ?? '');
}

/** The request without the words that command: «найди в интернете рецепт борща» → «рецепт борща». */
export function withoutCommand(text: string): string | undefined {
  const bare = text
    .trim()
    .replace(/^(?:пожалуйста|please|можешь|could you|can you|мне нужно|i need to|i want to|хочу)[,\s]+/iu, '')
    .replace(
      /^(?:найди|найти|поищи|ищи|загугли|узнай|проверь|посмотри|покажи|расскажи|придумай|сгенерируй|составь|напиши|создай|generate|create|write|invent|make|search|find|look up|look for|google|check|show|tell)(?:\s+(?:мне|me|an?|the|\d+|for|в интернете|в сети|в базе(?: знаний)?|в документах|the web|online|information|info|информацию|данные|about|о|об|про|что|для))*\s+/iu,
      '',
    )
    .trim();
  return bare === '' ? undefined : bare;
}

/** `Имя: Аня`, `price — 500`: a line or clause that starts with what the field is called. */
export function valueAfterLabel(name: string, description: string, text: string): string | undefined {
  if (!/[:=—–]/.test(text)) return undefined;
  const wanted = new Set(conceptsOf(name));
  if (wanted.size === 0 && description === '') return undefined;
  for (const match of text.matchAll(
    /(?:^|[\n;,.({"])\s*[-*"]?\s*(\p{L}[\p{L} _-]{1,40}?)["*]*\s*(?:[:=](?!\/\/)|\s[—–])\s*["«]?([^\n;"»}]{1,200})/gu,
  )) {
    const label = conceptsOf(match[1] ?? '');
    if (label.length === 0 || label.length > 3 || !label.every((concept) => wanted.has(concept))) continue;
    const value = (match[2] ?? '').split(/,\s+(?=\p{L}[\p{L} _-]{1,30}[:=])|[.!?](?=\s|$)/u)[0]?.trim();
    if (value !== undefined && value !== '') return value.replace(/[,.]+$/, '');
  }
  return undefined;
}

const currencies: readonly (readonly [code: string, pattern: RegExp])[] = [
  ['USD', /\busd\b|доллар\p{L}*|dollars?|\$/giu],
  ['EUR', /\beur\b|евро|euros?|€/giu],
  ['RUB', /\brub\b|рубл\p{L}*|rubles?|roubles?|₽/giu],
  ['CNY', /\bcny\b|юан\p{L}*|yuan/giu],
  ['GBP', /\bgbp\b|фунт\p{L}*|pounds?|£/giu],
  ['JPY', /\bjpy\b|(?<!\p{L})иен\p{L}*|\byens?\b|¥/giu],
  ['KZT', /\bkzt\b|тенге|tenge/giu],
  ['BYN', /\bbyn\b|белорусск\p{L}+ рубл\p{L}*/giu],
];

/** Currency codes a text names, in order, each once. */
export function currenciesIn(text: string): string[] {
  return currencies
    .flatMap(([code, pattern]) => [...text.matchAll(pattern)].map(({ index }) => ({ code, index })))
    .toSorted((one, other) => one.index - other.index)
    .map(({ code }) => code)
    .filter((code, index, all) => all.indexOf(code) === index);
}

function currencyOf(name: string, evidence: Evidence): string | undefined {
  const named = currenciesIn(evidence.text);
  if (/to|target|quote|куда|целев/i.test(name) && named.length > 1) return named.at(-1);
  return takeFirst(named, (code) => `currency ${code}`, evidence.taken);
}

function cityOf(city: FoundCity | undefined): string | undefined {
  return city?.name;
}

function cityKey({ russian }: FoundCity): string {
  return `city ${russian}`;
}

function cityAfter(before: RegExp, evidence: Evidence): FoundCity | undefined {
  const cities = citiesIn(evidence.text).filter(({ index }) => {
    const head = evidence.text.slice(Math.max(0, index - 8), index + 6);
    return (
      before.test(evidence.text.slice(Math.max(0, index - 8), index)) ||
      before.test(head.match(/^.*?\s(?=\p{Lu})/u)?.[0] ?? '')
    );
  });
  return takeFirst(cities, cityKey, evidence.taken);
}

function languageNamed(text: string): string | undefined {
  const named = /(?:на|to|into|in)\s+(\p{L}+(?:ий|ом|ский|ском|ish|ian|ench|man|ese))(?!\p{L})/iu.exec(
    text,
  )?.[1];
  return named?.replace(/ском$/, 'ский').toLowerCase();
}

const notNames: ReadonlySet<string> = new Set(['Python', 'TypeScript', 'JSON', 'GigaChat', 'The', 'I']);

function personIn(evidence: Evidence): string | undefined {
  const told =
    /(?:меня зовут|зовут|по имени|my name is|named|called|name is)\s+(\p{Lu}\p{L}+(?:\s+\p{Lu}\p{L}+)?)/u.exec(
      evidence.text,
    )?.[1];
  if (told !== undefined) return told;
  const cities = new Set(citiesIn(evidence.text).map(({ index }) => index));
  const candidates = [
    ...evidence.text.matchAll(/(?<![.!?]\s)(?<!^)(?<=\s|[("«])(\p{Lu}\p{Ll}+(?:\s+\p{Lu}\p{Ll}+)?)/gu),
  ]
    .filter(
      ({ index, 1: name = '' }) =>
        !cities.has(index) && !notNames.has(name) && !datesIn(`5 ${name}`, evidence.now)[0],
    )
    .map(({ 1: name = '' }) => name);
  const opening =
    /^(\p{Lu}\p{Ll}+(?:\s+\p{Lu}\p{Ll}+)?)(?=,?\s+\d+\s+(?:лет|год|years?)|\s+(?:is|was|родил|живёт|живет|работает|—))/u.exec(
      evidence.text,
    )?.[1];
  const name = takeFirst(
    opening === undefined ? candidates : [opening, ...candidates],
    asKey,
    evidence.taken,
  );
  return name === undefined ? undefined : nominativeName(name);
}

/** «для Ани» → «Аня», «Ивану» → «Иван»: only the endings that leave no doubt. */
function nominativeName(name: string): string {
  return name
    .split(' ')
    .map((word) => {
      if (/^\p{Lu}\p{Ll}*[нлрв]и$/u.test(word)) return word.replace(/и$/, 'я');
      if (/[нвмслртд]у$/.test(word)) return word.slice(0, -1);
      return /[кгн]е$/.test(word) ? word.replace(/е$/, 'а') : word;
    })
    .join(' ');
}

function afterColon(evidence: Evidence): string | undefined {
  const after = /:\s+([^\n]{2,400})$/u.exec(evidence.text)?.[1];
  if (after !== undefined) return after.trim();
  const said =
    /(?:что|о том, что|that|to say|saying|напомни(?:\s+мне)?|remind me to|with (?:the )?(?:text|message))\s+([^.!?\n]{3,200})/iu.exec(
      evidence.text,
    )?.[1];
  return said === undefined ? undefined : withoutDates(said, evidence) || undefined;
}

/** What is to be done, without when: that is for other fields. */
function withoutDates(text: string, evidence: Evidence): string {
  let rest = text;
  for (const date of datesIn(text, evidence.now)) rest = rest.replace(date.text, ' ');
  return rest
    .replace(/(?<!\p{L})(?:в|at)\s+\d{1,2}(?::\d{2})?(?:\s*(?:am|pm|утра|дня|вечера|часов))?/giu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** «уровень сложности высокий»: what follows the field's own name in the text. */
function wordAfterName(name: string, evidence: Evidence): string | undefined {
  const wanted = new Set(conceptsOf(name));
  if (wanted.size === 0) return undefined;
  const words = [...evidence.text.matchAll(/[\p{L}\d][\p{L}\d_-]*/gu)].map(([word]) => word);
  const at = words.findIndex((word) => wanted.has(conceptOf(word.toLowerCase())));
  const next = at === -1 ? undefined : words[at + 1];
  return next !== undefined && next.length > 2 ? next : undefined;
}

function asKey(text: string): string {
  return text;
}
