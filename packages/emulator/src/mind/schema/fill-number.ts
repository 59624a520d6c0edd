import { conceptOf, conceptsOf } from '../language/concepts-of.ts';
import { datesIn } from '../language/dates-in.ts';
import { numbersIn, type FoundNumber } from '../language/numbers-in.ts';
import { solve } from '../answer/arithmetic.ts';
import { takeFirst, type Evidence } from './evidence.ts';
import { valueAfterLabel } from './find-text.ts';
import { numberAt, type SchemaNode } from './json-schema.ts';

/** Units that tell which number of a text a field means. */
const unitsOf: readonly (readonly [field: RegExp, unit: RegExp])[] = [
  [/age|возраст|years?_?old|лет/iu, /^\s*(?:-?\s*)?(?:лет|год|года|years?|y\.?o)/iu],
  [
    /price|cost|amount|sum|total|budget|salary|цена|стоимост|сумм|бюджет|зарплат|оклад/iu,
    /^\s*(?:тыс\p{L}*\s*|млн\s*)?(?:руб|р\.|₽|\$|€|usd|eur|rub|доллар|евро|dollars?|euros?|тенге|юан)/iu,
  ],
  [/days?|дн/iu, /^\s*(?:-?\s*)?(?:дн|день|days?)/iu],
  [/hours?|час/iu, /^\s*(?:час|hours?|ч\.)/iu],
  [/minutes?|минут|duration/iu, /^\s*(?:минут|minutes?|мин|min)/iu],
  [/percent|rate|процент|ставк/iu, /^\s*(?:%|процент|percent)/iu],
  [/weight|вес|масс/iu, /^\s*(?:кг|г(?:рамм)?|kg|kilo|grams?|тонн)/iu],
  [/height|length|distance|рост|высот|длин|расстояни/iu, /^\s*(?:см|м(?:етр)?|км|cm|m|km|met|мил|mile)/iu],
  [
    /people|guests?|persons?|seats?|tickets?|adults|человек|гост|мест|билет|персон/iu,
    /^\s*(?:человек|гост|персон|мест|билет|взросл|people|guests?|persons?|seats?|tickets?|adults?)/iu,
  ],
  [/temperature|температур|градус/iu, /^\s*(?:°|градус|degrees?|celsius)/iu],
];

const typical: readonly (readonly [field: RegExp, low: number, high: number])[] = [
  [/age|возраст/iu, 18, 65],
  [/rating|stars|оценк|рейтинг/iu, 4, 5],
  [/confidence|probability|score|уверенност|вероятност/iu, 0.8, 0.97],
  [/percent|процент/iu, 10, 90],
  [/temperature|температур/iu, 15, 25],
  [/price|cost|цена|стоимост/iu, 100, 2000],
  [/year|год/iu, 2020, 2026],
  [/lat/iu, 55, 56],
  [/lon|lng/iu, 37, 38],
  [/minutes|минут/iu, 5, 60],
];

/** The number of the text a field means; `undefined` when the text holds none for it. */
export function findNumber(name: string, description: string, evidence: Evidence): number | undefined {
  const labelled = valueAfterLabel(name, description, evidence.text);
  const fromLabel = labelled === undefined ? undefined : numbersIn(labelled)[0];
  if (fromLabel !== undefined) return fromLabel.value;
  if (/^(?:result|answer|value|results?|ответ|результат|значение|sum|total|product|сумма)$/iu.test(name)) {
    const solved = solve(evidence.text);
    if (solved !== undefined && Number.isFinite(solved.value)) return solved.value;
  }
  const dates = datesIn(evidence.text, evidence.now);
  const numbers = numbersIn(evidence.text).filter(
    ({ index }) => !dates.some((date) => index >= date.index && index < date.index + date.text.length),
  );
  const unit =
    unitsOf.find(([field]) => field.test(name))?.[1] ??
    unitsOf.find(([field]) => field.test(description))?.[1];
  const withUnit = numbers.filter((number) =>
    unit?.test(evidence.text.slice(number.index + number.text.length)),
  );
  const wanted = new Set(conceptsOf(`${name} ${description}`));
  const nearby = numbers.filter((number) =>
    wordsAround(evidence.text, number).some((word) => wanted.has(conceptOf(word))),
  );
  return takeFirst(
    [...withUnit, ...nearby, ...(unit !== undefined && numbers.length > 1 ? [] : numbers)],
    keyOf,
    evidence.taken,
  )?.value;
}

/** A number within the limits when the text holds none. */
export function plausibleNumber(
  name: string,
  description: string,
  node: SchemaNode,
  evidence: Evidence,
): number {
  const usual =
    typical.find(([field]) => field.test(name)) ?? typical.find(([field]) => field.test(description));
  const low = numberAt(node, 'minimum') ?? numberAt(node, 'exclusiveMinimum');
  const high = numberAt(node, 'maximum') ?? numberAt(node, 'exclusiveMaximum');
  if (usual !== undefined)
    return Number(evidence.random.between(usual[1], usual[2]).toFixed(usual[2] <= 1 ? 2 : 0));
  if (low !== undefined && high !== undefined)
    return Math.round(low + (high - low) * evidence.random.between(0.3, 0.7));
  return low ?? Math.min(high ?? 1, 1);
}

/** The nearest number the limits of the schema allow. */
export function withinLimits(value: number, node: SchemaNode, isInteger: boolean): number {
  const step = numberAt(node, 'multipleOf') ?? (isInteger ? 1 : undefined);
  const tiny = step ?? 0.5;
  const exclusiveLow = numberAt(node, 'exclusiveMinimum');
  const exclusiveHigh = numberAt(node, 'exclusiveMaximum');
  const low = Math.max(numberAt(node, 'minimum') ?? -Infinity, exclusiveLow ?? -Infinity);
  const high = Math.min(numberAt(node, 'maximum') ?? Infinity, exclusiveHigh ?? Infinity);
  let fitted = Math.min(Math.max(value, low), high);
  if (step !== undefined) {
    fitted = Math.round(fitted / step) * step;
    if (fitted < low) fitted = Math.ceil(low / step) * step;
    if (fitted > high) fitted = Math.floor(high / step) * step;
  }
  if (fitted === exclusiveLow)
    fitted = step === undefined && high < fitted + tiny ? (fitted + high) / 2 : fitted + tiny;
  if (fitted === exclusiveHigh)
    fitted = step === undefined && low > fitted - tiny ? (fitted + low) / 2 : fitted - tiny;
  return Number(fitted.toPrecision(15));
}

function wordsAround(text: string, { index, text: spelled }: FoundNumber): string[] {
  const before =
    text.slice(Math.max(0, index - 24), index).match(/\p{L}+(?=\P{L}*$)|\p{L}+(?=\P{L}+\p{L}+\P{L}*$)/gu) ??
    [];
  const after = text
    .slice(index + spelled.length, index + spelled.length + 24)
    .match(/^\P{L}*(\p{L}+)/u)?.[1];
  return [...before, ...(after === undefined ? [] : [after])].map((word) => word.toLowerCase());
}

function keyOf({ index }: FoundNumber): string {
  return `number at ${index}`;
}
