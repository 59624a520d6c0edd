import { sentencesOf } from '../language/sentences-of.ts';
import type { Asked } from './asked.ts';

const voices: readonly (readonly [persona: RegExp, russian: string, english: string])[] = [
  [/пират|pirate/i, 'Йо-хо-хо! ', 'Arr, matey! '],
  [/кот|кошк|\bcat\b/i, 'Мяу! ', 'Meow! '],
  [/собак|п[её]с|\bdog\b/i, 'Гав! ', 'Woof! '],
  [/робот|robot/i, 'Бип-буп. ', 'Beep boop. '],
  [/поэт|пушкин|poet|shakespeare/i, 'О, друг мой! ', 'O gentle friend! '],
  [/дворецк|butler/i, 'К вашим услугам. ', 'At your service. '],
  [/йода|yoda/i, 'Хм-м. ', 'Hmm. '],
  [/волшебник|маг|wizard/i, 'Клянусь бородой! ', 'By my beard! '],
];

/** Puts an answer the way the instructions ask: brief, in capitals, in a voice, between fixed words, as JSON. */
export function dress(text: string, { manners, language }: Asked): string {
  let dressed = text;
  if (manners.isBrief && !dressed.includes('```') && !/^[-*\d]/m.test(dressed))
    dressed = sentencesOf(dressed)[0] ?? dressed;
  const { persona } = manners;
  const voice = persona === undefined ? undefined : voices.find(([pattern]) => pattern.test(persona));
  if (voice !== undefined && !manners.isYesOrNo)
    dressed = `${language === 'ru' ? voice[1] : voice[2]}${dressed}`;
  if (manners.startsWith !== undefined && !dressed.startsWith(manners.startsWith))
    dressed = `${manners.startsWith} ${dressed}`;
  if (manners.endsWith !== undefined && !dressed.endsWith(manners.endsWith))
    dressed = `${dressed} ${manners.endsWith}`;
  if (manners.isUpperCase) dressed = dressed.toUpperCase();
  return manners.wantsJson ? JSON.stringify({ answer: dressed }, null, 4) : dressed;
}
