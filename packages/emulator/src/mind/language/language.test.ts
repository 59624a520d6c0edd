import { describe, expect, it } from 'vitest';
import { citiesIn } from './cities-in.ts';
import { conceptOf } from './concepts-of.ts';
import { datesIn, timeIn } from './dates-in.ts';
import { languageOf } from './language-of.ts';
import { numbersIn } from './numbers-in.ts';
import { sentencesOf } from './sentences-of.ts';
import { sentimentOf } from './sentiment-of.ts';

/** A Saturday. */
const now = new Date(2026, 10, 21, 12).getTime();

describe('cities in a text', () => {
  it.each<[text: string, names: string[]]>([
    ['Погода в Москве', ['Москва']],
    ['из Казани в Сочи', ['Казань', 'Сочи']],
    ['в санкт-петербурге и нижнем новгороде', ['Санкт-Петербург', 'Нижний Новгород']],
    ['погода в париже', ['Париж']],
    ['weather in New York and London', ['New York', 'London']],
    ['from saint petersburg', ['Saint Petersburg']],
    ['Погода в Рыбинске', ['Рыбинск']],
    ['Погода в Коломне', ['Коломна']],
    ['weather in Springfield', ['Springfield']],
    ['просто текст', []],
  ])('%s: %j', (text, names) => {
    expect(citiesIn(text).map(({ name }) => name)).toEqual(names);
  });
});

describe('dates in a text', () => {
  it.each<[text: string, days: string[]]>([
    ['12.04.1961', ['1961-04-12']],
    ['с 2026-01-05 по 2026-02-01', ['2026-01-05', '2026-02-01']],
    ['5 декабря', ['2026-12-05']],
    ['на 1 мая 2027 года', ['2027-05-01']],
    ['December 24, 2026', ['2026-12-24']],
    ['on the 3rd of June', ['2026-06-03']],
    ['завтра или послезавтра', ['2026-11-22', '2026-11-23']],
    ['tomorrow', ['2026-11-22']],
    ['в понедельник', ['2026-11-23']],
    ['on Friday', ['2026-11-27']],
    ['версия 1.2.3', []],
    ['45.13.2020', []],
  ])('%s: %j', (text, days) => {
    expect(datesIn(text, now).map(({ day }) => day)).toEqual(days);
  });

  it.each<[text: string, time: string | undefined]>([
    ['в 15:30', '15:30'],
    ['at 7 pm', '19:00'],
    ['at 9:05 am', '09:05'],
    ['в 7 вечера', '19:00'],
    ['в 25 домах', undefined],
    ['никогда', undefined],
  ])('%s: time %s', (text, time) => {
    expect(timeIn(text)).toBe(time);
  });
});

describe('numbers in a text', () => {
  it.each<[text: string, values: number[]]>([
    ['от 3 до -5', [3, -5]],
    ['1 250,5 рублей', [1250.5]],
    ['два билета и трое детей', [2, 3]],
    ['2 млн жителей', [2_000_000]],
    ['five apples, 0.5 kg', [5, 0.5]],
    ['A4 и B52', []],
  ])('%s: %j', (text, values) => {
    expect(numbersIn(text).map(({ value }) => value)).toEqual(values);
  });
});

describe('words of two languages', () => {
  it.each([
    ['погода', 'weather'],
    ['доставку', 'delivered'],
    ['кошки', 'cat'],
    ['вернуть', 'refunds'],
    ['города', 'cities'],
    ['цвета', 'colors'],
    ['цветы', 'flowers'],
  ])('%s and %s share an idea', (russian, english) => {
    expect(conceptOf(russian)).toBe(conceptOf(english));
  });

  it('are told apart by their letters', () => {
    expect(languageOf('Что такое TypeScript?')).toBe('ru');
    expect(languageOf('What is TypeScript?')).toBe('en');
    expect(languageOf('2 + 2')).toBeUndefined();
  });
});

it('tells praise from complaint, «не» included', () => {
  expect(sentimentOf('Отличный магазин, всё быстро')).toBe('positive');
  expect(sentimentOf('Ужасное качество, сломался')).toBe('negative');
  expect(sentimentOf('Не рекомендую')).toBe('negative');
  expect(sentimentOf('This is not bad')).toBe('positive');
  expect(sentimentOf('Стол стоит в углу')).toBe('neutral');
});

it('parts sentences, lines and list items', () => {
  expect(sentencesOf('Раз. Два! Три?\n- пункт\n2. второй')).toEqual([
    'Раз.',
    'Два!',
    'Три?',
    'пункт',
    'второй',
  ]);
});
