import { expect, test } from 'vitest';
import { messageText } from './message-text.ts';

test('parts that a person wrote are separated by a blank line, parts of an answer are not', () => {
  const content = [
    { type: 'text', text: 'Раз' },
    { type: 'text', text: 'два' },
  ] as const;
  expect(messageText({ role: 'user', content })).toBe('Раз\n\nдва');
  expect(messageText({ role: 'assistant', content })).toBe('Раздва');
});

test('thoughts, files and calls are no text', () => {
  const content = [
    { type: 'reasoning', text: 'Хм' },
    { type: 'text', text: 'Да' },
    { type: 'file', fileId: 'f' },
    { type: 'tool-call', id: 'c', name: 'f', input: {} },
  ] as const;
  expect(messageText({ role: 'assistant', content })).toBe('Да');
});
