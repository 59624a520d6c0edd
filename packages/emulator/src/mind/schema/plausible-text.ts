import type { Evidence } from './evidence.ts';
import { findText, withoutCommand } from './find-text.ts';
import type { FieldKind } from './kind-of.ts';
import { subjectOf } from '../answer/fall-back.ts';

/** Things people ask to be made up most, by the word the field is called. */
const banks: readonly (readonly [field: RegExp, russian: readonly string[], english: readonly string[]])[] = [
  [
    /ingredient|ингредиент/iu,
    ['мука', 'молоко', 'яйца', 'масло', 'соль', 'томаты', 'сыр'],
    ['flour', 'milk', 'eggs', 'butter', 'salt', 'tomatoes', 'cheese'],
  ],
  [
    /amount|quantity|количеств|порци/iu,
    ['200 г', '500 мл', '2 шт.', '50 г', '1 щепотка'],
    ['200 g', '500 ml', '2 pieces', '50 g', '1 pinch'],
  ],
  [
    /step|instruction|шаг|инструкц/iu,
    [
      'Подготовьте всё нужное.',
      'Смешайте до однородности.',
      'Дайте постоять двадцать минут.',
      'Доведите до готовности и подавайте.',
    ],
    [
      'Prepare everything you need.',
      'Mix until smooth.',
      'Let it rest for twenty minutes.',
      'Finish and serve.',
    ],
  ],
  [/class|класс/iu, ['маг', 'следопыт', 'воин', 'бард'], ['wizard', 'ranger', 'warrior', 'bard']],
  [/tag|keyword|тег|метк/iu, ['идеи', 'заметки', 'важное'], ['ideas', 'notes', 'important']],
  [
    /setup|завязка/iu,
    ['Почему программисты путают Хэллоуин и Рождество?'],
    ['Why do programmers prefer dark mode?'],
  ],
  [/punch|развязка/iu, ['Потому что OCT 31 = DEC 25.'], ['Because light attracts bugs.']],
  [/role|должност|роль/iu, ['инженер', 'дизайнер', 'редактор'], ['engineer', 'designer', 'editor']],
  [
    /character|персонаж|hero|герой/iu,
    [
      'Храбрый, но рассеянный: карту носит вверх ногами.',
      'Знает все тропы и ни одной короткой.',
      'Поёт так, что драконы засыпают.',
    ],
    [
      'Brave but absent-minded: holds the map upside down.',
      'Knows every path and not one short cut.',
      'Sings so well that dragons fall asleep.',
    ],
  ],
  [/colou?r|цвет/iu, ['синий', 'зелёный', 'красный'], ['blue', 'green', 'red']],
];

const byKind: Readonly<
  Partial<Record<FieldKind, readonly [russian: readonly string[], english: readonly string[]]>>
> = {
  person: [
    ['Анна Смирнова', 'Борис Орлов', 'Вера Ким', 'Глеб Ветров', 'Дарья Лис'],
    ['Alice Brown', 'Ben Carter', 'Clara Moss', 'Daniel Reed', 'Emma Frost'],
  ],
  city: [
    ['Москва', 'Казань', 'Сочи'],
    ['Moscow', 'Paris', 'London'],
  ],
  origin: [['Москва'], ['Moscow']],
  destination: [['Сочи'], ['Paris']],
  country: [
    ['Россия', 'Франция'],
    ['Russia', 'France'],
  ],
  email: [
    ['anna@example.com', 'boris@example.com'],
    ['alice@example.com', 'ben@example.com'],
  ],
  url: [['https://example.com/'], ['https://example.com/']],
  phone: [['+7 900 000-00-00'], ['+1 555 010 0000']],
  currency: [['RUB'], ['USD']],
  expression: [['1+1'], ['1+1']],
  time: [['12:00'], ['12:00']],
  language: [['ru'], ['en']],
  unit: [['celsius'], ['celsius']],
  identifier: [
    ['A-1001', 'A-1002', 'A-1003'],
    ['A-1001', 'A-1002', 'A-1003'],
  ],
  code: [["print('Привет, мир!')"], ["print('Hello, world!')"]],
};

/** A text for a field the request says nothing about: fitting its kind, else the subject of the request. */
export function plausibleText(
  kind: FieldKind | undefined,
  name: string,
  description: string,
  evidence: Evidence,
  parent = '',
): string {
  const isRussian = evidence.language === 'ru';
  const bank =
    banks.find(([field]) => field.test(name)) ??
    banks.find(([field]) => field.test(`${parent} ${description}`));
  const choices =
    bank === undefined ? kind !== undefined && byKind[kind]?.[isRussian ? 0 : 1] : bank[isRussian ? 1 : 2];
  if (choices !== undefined && choices !== false) return nextOf(choices, name, evidence, bank === undefined);
  const subject = subjectOf(withoutCommand(evidence.text) ?? '') ?? (isRussian ? 'Пример' : 'Example');
  switch (kind) {
    case 'date':
      return new Date(evidence.now).toISOString().slice(0, 10);
    case 'datetime':
      return new Date(evidence.now).toISOString();
    case 'title':
      return subject.charAt(0).toUpperCase() + subject.slice(1);
    case 'description':
    case 'summary':
      return isRussian ? `Кратко о главном: ${subject}.` : `In short: ${subject}.`;
    case 'message':
      return evidence.text.trim() === '' ? subject : evidence.text.trim();
    default:
      return findText(undefined, '', '', evidence) ?? subject;
  }
}

function nextOf(choices: readonly string[], name: string, evidence: Evidence, isAnyOrder: boolean): string {
  const start = isAnyOrder ? evidence.random.integer(0, choices.length - 1) : 0;
  for (let offset = 0; offset < choices.length; offset++) {
    const choice = choices[(start + offset) % choices.length] ?? '';
    if (evidence.taken.has(`${name} ${choice}`)) continue;
    evidence.taken.add(`${name} ${choice}`);
    return choice;
  }
  return choices[start] ?? '';
}
