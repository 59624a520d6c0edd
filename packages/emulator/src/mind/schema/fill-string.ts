import { conceptsOf } from '../language/concepts-of.ts';
import { sentimentOf } from '../language/sentiment-of.ts';
import { datesIn, timeIn } from '../language/dates-in.ts';
import type { Evidence } from './evidence.ts';
import { currenciesIn, findText } from './find-text.ts';
import { numberAt, stringAt, type SchemaNode } from './json-schema.ts';
import { kindOf, type FieldKind } from './kind-of.ts';
import { plausibleText } from './plausible-text.ts';
import { samplePattern } from './sample-pattern.ts';

const kindOfFormat: Readonly<Record<string, FieldKind>> = {
  email: 'email',
  'idn-email': 'email',
  uri: 'url',
  url: 'url',
  iri: 'url',
  date: 'date',
  time: 'time',
  'date-time': 'datetime',
};

/** A string for the field; `undefined` when only evidence counts and the text holds none. */
export function fillString(
  name: string,
  node: SchemaNode,
  evidence: Evidence,
  isEvidenceOnly: boolean,
  parent = '',
): string | undefined {
  const description = stringAt(node, 'description') ?? stringAt(node, 'title') ?? '';
  const format = stringAt(node, 'format') ?? '';
  const kind = kindOfFormat[format] ?? kindOf(name, description, parent);
  const known = evidence.known.get(name.toLowerCase());
  const found = typeof known === 'string' ? known : findText(kind, name, description, evidence);
  if (found === undefined && isEvidenceOnly) return undefined;
  const text = found ?? plausibleText(kind, name, description, evidence, parent);
  return withinLength(inFormat(text, format, node, evidence), node);
}

/** The allowed value the text speaks of; `undefined` when it speaks of none. */
export function findEnum(allowed: readonly unknown[], name: string, evidence: Evidence): unknown {
  const text = evidence.text.toLowerCase();
  const concepts = new Set(conceptsOf(evidence.text));
  const spelled = allowed.find(
    (value) =>
      (typeof value === 'string' || typeof value === 'number') &&
      new RegExp(`(?<![\\p{L}\\p{N}])${escape(String(value).toLowerCase())}(?![\\p{L}\\p{N}])`, 'u').test(
        text,
      ),
  );
  if (spelled !== undefined) return spelled;
  const strings = allowed.filter((value) => typeof value === 'string');
  const byIdea = strings
    .map((value) => ({ value, ideas: conceptsOf(value) }))
    .find(({ ideas }) => ideas.length > 0 && ideas.every((idea) => concepts.has(idea)));
  if (byIdea !== undefined) return byIdea.value;
  const mood = moodAmong(strings, evidence.text);
  if (mood !== undefined) return mood;
  const currencies = currenciesIn(evidence.text).filter((code) => strings.includes(code));
  const currency = /to|target|quote/i.test(name)
    ? (currencies[1] ?? currencies[0])
    : currencies.find((code) => !evidence.taken.has(`currency ${code}`));
  if (currency !== undefined) evidence.taken.add(`currency ${currency}`);
  return currency ?? operationAmong(strings, evidence.text);
}

function moodAmong(allowed: readonly string[], text: string): string | undefined {
  const mood = sentimentOf(text);
  const patterns = {
    positive: /^(?:pos|позит|положит|good|хорош)/i,
    negative: /^(?:neg|негат|отриц|bad|плох)/i,
    neutral: /^(?:neu|нейтр)/i,
  };
  if (
    !allowed.some((value) => patterns.positive.test(value)) ||
    !allowed.some((value) => patterns.negative.test(value))
  )
    return undefined;
  return allowed.find((value) => patterns[mood].test(value));
}

const operations: readonly (readonly [name: RegExp, cue: RegExp])[] = [
  [/^(?:add|sum|plus|addition|\+|слож)/i, /\d\s*\+|плюс|слож|сумм|прибав|plus|\badd|\bsum\b/i],
  [/^(?:mul|times|product|\*|×|умнож)/i, /\d\s*[*×xх]\s*\d|умнож|times|multipl/i],
  [/^(?:div|\/|÷|делен|раздел)/i, /\d\s*[/÷:]\s*\d|раздел|делить|divid/i],
  [/^(?:sub|minus|-|вычит|вычест)/i, /\d\s*[-−–]\s*\d|минус|вычт|вычес|отним|minus|subtract/i],
  [/^(?:celsius|metric|c$)/i, /цельси|celsius|metric|москв|росси/i],
  [/^(?:fahrenheit|imperial|f$)/i, /фаренгейт|fahrenheit|imperial/i],
  [/^(?:high|urgent|critical|высок|сроч)/i, /сроч|важн|немедленн|urgent|asap|critical|immediately|высок/i],
  [/^(?:low|низк)/i, /не сроч|неважн|когда-нибудь|whenever|low priority|низк/i],
];

function operationAmong(allowed: readonly string[], text: string): string | undefined {
  for (const [name, cue] of operations) {
    if (!cue.test(text)) continue;
    const value = allowed.find((item) => name.test(item));
    if (value !== undefined) return value;
  }
  return undefined;
}

function inFormat(text: string, format: string, node: SchemaNode, evidence: Evidence): string {
  const pattern = stringAt(node, 'pattern');
  if (pattern !== undefined && !accepts(pattern, text)) {
    const piece = text
      .split(/\s+/)
      .concat(evidence.text.match(/[^\s,;!?«»"]+/g) ?? [])
      .find((word) => accepts(pattern, word));
    return piece ?? samplePattern(pattern, evidence.random) ?? text;
  }
  const now = new Date(evidence.now).toISOString();
  switch (format) {
    case 'date':
      return datesIn(text, evidence.now)[0]?.day ?? now.slice(0, 10);
    case 'time':
      return `${timeIn(text) ?? '12:00'}:00Z`;
    case 'date-time': {
      const date = datesIn(text, evidence.now)[0]?.day ?? now.slice(0, 10);
      return `${date}T${timeIn(text.slice(text.indexOf('T') + 1)) ?? timeIn(text) ?? '12:00'}:00Z`;
    }
    case 'email':
    case 'idn-email':
      return /^\S+@\S+\.\S+$/.test(text) ? text : 'anna@example.com';
    case 'uri':
    case 'url':
    case 'iri':
      return /^[a-z][a-z+.-]*:\S+$/i.test(text) ? encodeURI(decodeURI(text)) : 'https://example.com/';
    case 'uuid':
      return uuid(evidence);
    case 'ipv4':
      return /^(?:\d{1,3}\.){3}\d{1,3}$/.test(text) ? text : '127.0.0.1';
    case 'ipv6':
      return '::1';
    case 'hostname':
      return /^[a-z\d.-]+$/i.test(text) ? text : 'example.com';
    case 'duration':
      return text.startsWith('P') ? text : 'PT30M';
    default:
      return text;
  }
}

function accepts(pattern: string, text: string): boolean {
  try {
    return new RegExp(pattern, 'u').test(text);
  } catch {
    return true;
  }
}

function withinLength(text: string, node: SchemaNode): string {
  if (node['pattern'] !== undefined || node['format'] !== undefined) return text;
  const least = numberAt(node, 'minLength') ?? 0;
  const most = numberAt(node, 'maxLength') ?? Infinity;
  const letters = [...text];
  if (letters.length > most) return letters.slice(0, most).join('').trimEnd().padEnd(least, '…');
  return letters.length < least ? `${text}${'…'.repeat(least - letters.length)}` : text;
}

function uuid({ random }: Evidence): string {
  const hex = (count: number): string =>
    Array.from({ length: count }, () => random.integer(0, 15).toString(16)).join('');
  return `${hex(8)}-${hex(4)}-4${hex(3)}-a${hex(3)}-${hex(12)}`;
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
