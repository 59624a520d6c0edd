import { expect, it } from 'vitest';
import { checkAuthorship } from './check-authorship.ts';

const machine =
  'Следует отметить, что чтение играет важную роль в современном мире. Кроме того, оно является основой образования.';
const person = 'Ну я вчера дочитал наконец эту книжку!! Мне вообще зашло, хотя моя сестра плевалась...';

it('takes stock phrases for a machine and marks where they stand', () => {
  const { category, aiIntervals, characters } = checkAuthorship(machine);
  expect(category).toBe('ai');
  expect(aiIntervals).toEqual([[0, machine.length]]);
  expect(characters).toBe(machine.length);
});

it('takes loose talk for a person and marks nothing', () => {
  expect(checkAuthorship(person)).toMatchObject({ category: 'human', aiIntervals: [] });
});

it('calls a text of both mixed and marks only the machine in it', () => {
  const { category, aiIntervals } = checkAuthorship(`${person} ${machine}`);
  expect(category).toBe('mixed');
  expect(aiIntervals).toEqual([[person.length + 1, person.length + 1 + machine.length]]);
});

it('has an answer for nothing at all', () => {
  expect(checkAuthorship('')).toEqual({ category: 'human', characters: 0, tokens: 0, aiIntervals: [] });
});
