import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { splitEmbeddingInput } from './split-embedding-input.ts';

test('cuts after 90 texts', () => {
  const texts = Array.from({ length: 181 }, () => 'x');
  expect([...splitEmbeddingInput(texts)].map((batch) => [batch.offset, batch.texts.length])).toEqual([
    [0, 90],
    [90, 90],
    [180, 1],
  ]);
});

test('cuts before the character that would be one too many', () => {
  const half = 'x'.repeat(500_000);
  expect([...splitEmbeddingInput([half, half, 'x', half])].map((batch) => batch.texts.length)).toEqual([
    2, 2,
  ]);
});

test('a text above the limit goes alone', () => {
  const huge = 'x'.repeat(1_000_001);
  expect([...splitEmbeddingInput(['a', huge, 'b'])].map((batch) => batch.offset)).toEqual([0, 1, 2]);
});

test('nothing is lost, doubled or moved, and no request is over a limit', () => {
  const text = fc.oneof(fc.string({ maxLength: 5 }), fc.constant('y'.repeat(300_000)));
  fc.assert(
    fc.property(fc.array(text, { maxLength: 400 }), (texts) => {
      const batches = [...splitEmbeddingInput(texts)];
      expect(batches.flatMap((batch) => batch.texts)).toEqual(texts);
      for (const { offset, texts: part } of batches) {
        expect(texts[offset]).toBe(part[0]);
        expect(part.length).toBeLessThanOrEqual(90);
        const characters = part.reduce((sum, item) => sum + item.length, 0);
        expect(part.length === 1 || characters <= 1_000_000).toBe(true);
      }
    }),
    { numRuns: 50 },
  );
});
