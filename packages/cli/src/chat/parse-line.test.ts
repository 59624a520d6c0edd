import { expect, test } from 'vitest';
import { parseLine } from './parse-line.ts';

test.each([
  ['', { type: 'empty' }],
  ['  Привет ', { type: 'say', text: 'Привет' }],
  ['/help', { type: 'help' }],
  ['/quit', { type: 'exit' }],
  ['/model GigaChat-2-Max', { type: 'model', argument: 'GigaChat-2-Max' }],
  ['/system', { type: 'system', argument: '' }],
  ['/system Отвечай кратко.', { type: 'system', argument: 'Отвечай кратко.' }],
  ['/file my cat.jpg', { type: 'file', argument: 'my cat.jpg' }],
  ['//etc/hosts — что это?', { type: 'say', text: '/etc/hosts — что это?' }],
  ['/save', { type: 'wrong', message: '/save needs a path.' }],
  ['/modle x', { type: 'wrong', message: 'There is no command /modle; /help lists them.' }],
])('%j is read as %j', (line, expected) => {
  expect(parseLine(line)).toEqual(expected);
});
