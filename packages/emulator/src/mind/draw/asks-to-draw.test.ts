import { expect, it } from 'vitest';
import { asksToDraw, subjectOfDrawing } from './asks-to-draw.ts';

it.each<[request: string, subject: string]>([
  ['Нарисуй кота', 'кота'],
  ['Пожалуйста, нарисуй мне рыжего кота!', 'рыжего кота'],
  ['Сгенерируй картинку: закат над морем', 'закат над морем'],
  ['Создай изображение робота', 'робота'],
  ['Draw a cat', 'cat'],
  ['Please draw me a red house.', 'red house'],
  ['Generate an image of a rocket', 'rocket'],
  ['Create a beautiful picture of mountains', 'mountains'],
])('%s asks for a picture of «%s»', (request, subject) => {
  expect(asksToDraw(request)).toBe(true);
  expect(subjectOfDrawing(request)).toBe(subject);
});

it.each([
  'Привет',
  'Кто нарисовал Джоконду?',
  'Draw a conclusion from this',
  'Не рисуй ничего',
  'Что на картинке?',
])('%s does not', (request) => {
  expect(asksToDraw(request)).toBe(false);
});
