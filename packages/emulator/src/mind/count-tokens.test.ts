import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countTokens, cutToTokens } from './count-tokens.ts';

describe('tokens', () => {
  it.each<[text: string, tokens: number]>([
    ['', 0],
    ['Good day', 2],
    ['Добрый день', 2],
    ['Привет!', 2],
    ['достопримечательность', 3],
    ['2026', 2],
    ['a, b', 3],
    ['строка\nстрока', 3],
    ['🙂', 1],
  ])('%j costs %i', (text, tokens) => {
    expect(countTokens(text)).toBe(tokens);
  });

  it('are not parted inside a character', () => {
    expect(cutToTokens('𝟘𝟙𝟚𝟛', 1)).toEqual({ text: '𝟘𝟙𝟚', isCut: true });
    expect(cutToTokens('🙂🙂', 1)).toEqual({ text: '🙂', isCut: true });
  });

  it('are never more than asked for after a cut, and the cut is a beginning of the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 0, max: 20 }), (text, most) => {
        const { text: cut, isCut } = cutToTokens(text, most);
        expect(countTokens(cut)).toBeLessThanOrEqual(most);
        expect(text.startsWith(cut)).toBe(true);
        expect(isCut).toBe(countTokens(text) > most);
      }),
      { numRuns: 1_000 },
    );
  });
});
