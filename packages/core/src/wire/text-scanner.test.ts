import { array, assert, constantFrom, integer, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createTextScanner } from './text-scanner.ts';

type Found = ['text' | 'reasoning', string] | ['file', object];

function scan(pieces: readonly string[]): Found[] {
  const found: Found[] = [];
  const add = (kind: 'text' | 'reasoning', text: string) => {
    const last = found.at(-1);
    if (last?.[0] === kind) last[1] = `${last[1]}${text}`;
    else found.push([kind, text]);
  };
  const scanner = createTextScanner({
    text: (text) => add('text', text),
    reasoning: (text) => add('reasoning', text),
    file: (file) => found.push(['file', file]),
  });
  for (const piece of pieces) scanner.push(piece);
  scanner.end();
  return found;
}

const fileId = 'b28fbd4f-0a7b-4b2d-8f6e-3f0c6f1f7d11';

describe.each<[string, string, Found[]]>([
  [
    'a picture and its caption',
    `<img src="${fileId}" fuse="true"/> Вот ваш кот.`,
    [
      ['file', { fileId, kind: 'image' }],
      ['text', 'Вот ваш кот.'],
    ],
  ],
  [
    'text before a picture',
    `Готово: <img src="${fileId}" fuse="true"/> Вот.`,
    [
      ['text', 'Готово: '],
      ['file', { fileId, kind: 'image' }],
      ['text', 'Вот.'],
    ],
  ],
  ['a video', `<video cover="c" src="${fileId}" fuse="true"/>`, [['file', { fileId, kind: 'video' }]]],
  [
    'a picture without the mark, by the look of its id',
    `<img src='${fileId}'>`,
    [['file', { fileId, kind: 'image' }]],
  ],
  [
    'a long id of another kind, with the mark',
    '<img alt="x" src="abc/def=" fuse="true">',
    [['file', { fileId: 'abc/def=', kind: 'image' }]],
  ],
  [
    'HTML that an answer speaks of',
    '<p><img src="cat.png" alt="Кот"></p>',
    [['text', '<p><img src="cat.png" alt="Кот"></p>']],
  ],
  ['a comparison', '2 < 3, i<images, a <b', [['text', '2 < 3, i<images, a <b']]],
  ['half a tag at the end', 'a <img src="', [['text', 'a <img src="']]],
  [
    'thoughts',
    '<think>\nСчитаю.\n</think>\n\nОтвет.',
    [
      ['reasoning', 'Считаю.\n'],
      ['text', 'Ответ.'],
    ],
  ],
  ['thoughts that never end', '<think>Считаю </thi', [['reasoning', 'Считаю </thi']]],
  [
    'a thought tag in the middle, which is text',
    'Тег <think>так</think>',
    [['text', 'Тег <think>так</think>']],
  ],
  ['nothing but space', '  \n', [['text', '  \n']]],
])('%s', (_name, text, expected) => {
  test('in one piece, letter by letter, and in pieces of any size', () => {
    expect(scan([text])).toEqual(expected);
    expect(scan(text.split(''))).toEqual(expected);
    assert(
      property(array(integer({ min: 1, max: 9 }), { minLength: 1 }), (sizes) => {
        const pieces: string[] = [];
        for (let at = 0, index = 0; at < text.length; index += 1) {
          const size = sizes[index % sizes.length] ?? 1;
          pieces.push(text.slice(at, at + size));
          at += size;
        }
        expect(scan(pieces)).toEqual(expected);
      }),
      { numRuns: 30 },
    );
  });
});

test('text without tags flows through with no delay', () => {
  const texts: string[] = [];
  const scanner = createTextScanner({
    text: (text) => texts.push(text),
    reasoning: () => {},
    file: () => {},
  });
  for (const piece of ['При', 'вет, 2 < ', '3 и a <', 'b']) scanner.push(piece);
  expect(texts).toEqual(['При', 'вет, 2 < ', '3 и a ', '<b']);
});

test('no text is lost or doubled, however it is cut', () => {
  const piece = constantFrom(
    '<',
    '<i',
    'mg',
    ' src=',
    '"a.png"',
    '>',
    '/',
    'текст ',
    '<video',
    '</',
    'think>',
  );
  assert(
    property(array(piece), (pieces) => {
      const text = `.${pieces.join('')}`;
      expect(scan(['.', ...pieces])).toEqual([['text', text]]);
    }),
  );
});
