import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cutText } from './cut-text.ts';

const granularities = ['character', 'token', 'phrase', 'whole'] as const;

test.each(granularities)(
  '%s: the pieces of any text, joined, are the text, and none is empty',
  (granularity) => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const pieces = cutText(text, granularity);
        expect(pieces.join('')).toBe(text);
        expect(pieces).not.toContain('');
      }),
    );
  },
);

test('a phrase is a few words, or ends with a mark', () => {
  expect(cutText('Раз два три четыре, пять. Шесть', 'phrase')).toEqual([
    'Раз два три',
    ' четыре,',
    ' пять.',
    ' Шесть',
  ]);
});

test('a long text is cut in one pass', () => {
  expect(cutText('слово'.repeat(200_000), 'token').length).toBeGreaterThan(200_000);
});
