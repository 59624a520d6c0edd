import { expect, it } from 'vitest';
import { completeFollowUp } from './complete-follow-up.ts';

it.each<[previous: string | undefined, question: string, whole: string]>([
  ['Какая погода в Москве?', 'А в Казани?', 'Какая погода в Казани?'],
  ['Какая погода в Москве?', 'А завтра?', 'Какая погода в Москве завтра?'],
  ['Столица Франции?', 'А Германии?', 'Столица Германии?'],
  ["What's the weather in London?", 'And in Paris?', "What's the weather in Paris?"],
  ['What is the capital of Japan?', 'What about Italy?', 'What is the capital of Italy?'],
  ['Какая погода в Москве?', 'А как тебя зовут?', 'А как тебя зовут?'],
  ['Какая погода в Москве?', 'Спасибо!', 'Спасибо!'],
  [undefined, 'А в Казани?', 'А в Казани?'],
])('after %j, %j means %j', (previous, question, whole) => {
  expect(completeFollowUp(question, previous)).toBe(whole);
});
