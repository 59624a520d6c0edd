import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wrapWords } from './wrap-words.ts';

function wrapped(pieces: readonly string[], columns: number): string {
  let output = '';
  const prose = wrapWords(columns, (text) => (output += text));
  for (const piece of pieces) prose.add(piece);
  prose.end();
  return output;
}

test.each([
  { pieces: ['one two three'], columns: 7, output: 'one two\nthree\n' },
  { pieces: ['on', 'e t', 'wo thr', 'ee'], columns: 7, output: 'one two\nthree\n' },
  { pieces: ['a\n\n- b c'], columns: 80, output: 'a\n\n- b c\n' },
  { pieces: ['unbreakable word'], columns: 4, output: 'unbreakable\nword\n' },
  { pieces: [''], columns: 80, output: '' },
])('$pieces at $columns columns', ({ pieces, columns, output }) => {
  expect(wrapped(pieces, columns)).toBe(output);
});

test('no line is wider than asked unless it is one word, and no word is lost, however the text is cut', () => {
  const pieces = fc.array(fc.string({ unit: fc.constantFrom('a', 'я', '😀', ' ', '\n') }));
  fc.assert(
    fc.property(pieces, fc.integer({ min: 1, max: 20 }), (cut, columns) => {
      const output = wrapped(cut, columns);
      const wordsOf = (text: string) => text.split(/\s+/).filter((word) => word !== '');
      expect(wordsOf(output)).toEqual(wordsOf(cut.join('')));
      const tooWide = output.split('\n').filter((line) => [...line].length > columns);
      expect(tooWide.filter((line) => wordsOf(line).length > 1)).toEqual([]);
    }),
  );
});
