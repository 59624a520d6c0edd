import { findInPassages } from '../answer/find-in-passages.ts';
import type { Asked } from '../answer/asked.ts';
import { readPassages } from '../answer/passages.ts';
import { inLanguage } from '../answer/skill.ts';
import { formatNumber } from '../answer/arithmetic.ts';
import { dress } from '../answer/dress.ts';
import { wordsOf } from '../language/words-of.ts';
import type { MindResult } from '../mind-turn.ts';
import { isNode } from '../schema/json-schema.ts';

/** Texts longer than this are read for an answer instead of being quoted whole. */
const longText = 280;
const mostItems = 10;

/** A sentence that puts what the functions returned into words, in the language of the question. */
export function tellResults(asked: Asked, results: readonly MindResult[]): string {
  const told = results.map((result) => tellOne(asked, result));
  return dress(told.length === 1 ? (told[0] ?? '') : told.map((line) => `- ${line}`).join('\n'), asked);
}

function tellOne(asked: Asked, { name, value }: MindResult): string {
  const failure = failureIn(value);
  if (failure !== undefined) {
    return inLanguage(
      asked,
      `Не получилось: функция ${name} ответила ошибкой «${failure}».`,
      `That did not work: ${name} answered with an error, "${failure}".`,
    );
  }
  const only = unwrap(value);
  if (typeof only === 'string') return tellText(asked, only);
  if (only === null || only === undefined || (Array.isArray(only) && only.length === 0)) {
    return inLanguage(asked, `Функция ${name} ничего не нашла.`, `${name} found nothing.`);
  }
  if (typeof only !== 'object') {
    return inLanguage(
      asked,
      asked.pick([`Результат: ${spell(asked, only)}.`, `Получилось ${spell(asked, only)}.`]),
      asked.pick([`The result is ${spell(asked, only)}.`, `It comes to ${spell(asked, only)}.`]),
    );
  }
  if (Array.isArray(only)) return tellList(asked, only);
  const pairs = isNode(only) ? pairsOf(asked, only, '') : [];
  const opening = inLanguage(
    asked,
    asked.pick(['Вот что известно: ', 'По моим данным: ', 'Узнал: ']),
    asked.pick(['Here is what I found: ', 'According to the data: ', 'This is what I know: ']),
  );
  return `${opening}${pairs.join(', ')}.`;
}

function tellText(asked: Asked, text: string): string {
  const trimmed = text.trim();
  if (trimmed === '') return inLanguage(asked, 'Готово.', 'Done.');
  if (trimmed.length > longText || trimmed.includes('\n\n')) {
    const found = findInPassages(asked.question, readPassages(trimmed), 2);
    if (found.length > 0)
      return found
        .map((sentence) =>
          sentence.citation === undefined ? sentence.text : `${sentence.text} ${sentence.citation}`,
        )
        .join(' ');
  }
  return /[.!?…]$/.test(trimmed) ? trimmed : `${trimmed}.`;
}

function tellList(asked: Asked, items: readonly unknown[]): string {
  const texts = items.map(textIn).filter((text) => text !== undefined);
  if (texts.length === items.length) return tellText(asked, texts.join('\n\n'));
  const lines = items
    .slice(0, mostItems)
    .map(
      (item, index) =>
        `${index + 1}. ${isNode(item) ? pairsOf(asked, item, '').join(', ') : spell(asked, item)}`,
    );
  const more = items.length - lines.length;
  const rest = more > 0 ? `\n${inLanguage(asked, `…и ещё ${more}.`, `…and ${more} more.`)}` : '';
  return `${inLanguage(asked, 'Нашлось вот что:', 'Here is what I found:')}\n\n${lines.join('\n')}${rest}`;
}

/** The text of a found document: itself a string of some length, or under one of the usual names. */
function textIn(item: unknown): string | undefined {
  if (typeof item === 'string') return item.length > 60 ? item : undefined;
  if (!isNode(item)) return undefined;
  const text =
    item['pageContent'] ?? item['page_content'] ?? item['text'] ?? item['content'] ?? item['snippet'];
  const source = item['source'] ?? item['title'] ?? item['url'];
  if (typeof text !== 'string') return undefined;
  return typeof source === 'string' ? `Source: ${source}\n${text}` : text;
}

function pairsOf(asked: Asked, value: Readonly<Record<string, unknown>>, prefix: string): string[] {
  return Object.entries(value).flatMap(([key, inner]) => {
    if (inner === null || inner === undefined || inner === '') return [];
    const label = `${prefix}${labelOf(asked, key)}`;
    if (isNode(inner)) return pairsOf(asked, inner, `${label}: `);
    return [`${label} — ${spell(asked, inner)}`];
  });
}

const russianLabels: Readonly<Record<string, string>> = {
  temperature: 'температура',
  temp: 'температура',
  city: 'город',
  location: 'место',
  weather: 'погода',
  wind: 'ветер',
  humidity: 'влажность',
  condition: 'на улице',
  conditions: 'на улице',
  forecast: 'прогноз',
  description: 'описание',
  rate: 'курс',
  price: 'цена',
  total: 'итого',
  amount: 'сумма',
  currency: 'валюта',
  status: 'статус',
  name: 'имя',
  title: 'название',
  date: 'дата',
  time: 'время',
  result: 'результат',
  answer: 'ответ',
  count: 'количество',
  id: 'номер',
  email: 'почта',
  phone: 'телефон',
  address: 'адрес',
  balance: 'баланс',
  order: 'заказ',
  message: 'сообщение',
  unit: 'единицы',
  units: 'единицы',
  from: 'откуда',
  to: 'куда',
  value: 'значение',
  delivery: 'доставка',
  url: 'ссылка',
  distance: 'расстояние',
  duration: 'длительность',
  country: 'страна',
  population: 'население',
  feels_like: 'ощущается как',
};

function labelOf(asked: Asked, key: string): string {
  const words = wordsOf(key.replace(/[_.-]/g, ' ')).join(' ');
  if (asked.language === 'en') return words || key;
  return russianLabels[key.toLowerCase()] ?? russianLabels[words] ?? words ?? key;
}

function spell(asked: Asked, value: unknown): string {
  if (Array.isArray(value)) return value.map((item) => spell(asked, item)).join(', ');
  if (typeof value === 'boolean') return inLanguage(asked, value ? 'да' : 'нет', value ? 'yes' : 'no');
  if (isNode(value)) return pairsOf(asked, value, '').join(', ');
  if (typeof value === 'number') return formatNumber(value, asked.language);
  return String(value).replace(/[.]$/, '');
}

/** `{"result": 42}` and its kin are about what they hold. */
function unwrap(value: unknown): unknown {
  if (!isNode(value)) return value;
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  const [first] = entries;
  if (entries.length !== 1 || first === undefined) return value;
  return /^(?:result|results|answer|output|data|content|text|value|message|response|items|documents)$/i.test(
    first[0],
  )
    ? unwrap(first[1])
    : value;
}

function failureIn(value: unknown): string | undefined {
  if (typeof value === 'string') return /^\s*(?:error|ошибка)\s*[:!]\s*(.+)$/is.exec(value)?.[1]?.trim();
  if (!isNode(value)) return undefined;
  const { error } = value;
  if (typeof error === 'string') return error;
  if (isNode(error)) return typeof error['message'] === 'string' ? error['message'] : JSON.stringify(error);
  return undefined;
}
