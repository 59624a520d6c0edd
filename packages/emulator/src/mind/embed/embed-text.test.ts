import { describe, expect, it } from 'vitest';
import { createMind } from '../mind.ts';
import { roundToFloat16 } from './round-to-float16.ts';

const mind = createMind({ seed: 1 });

describe('an embedding', () => {
  it.each<[model: string, dimensions: number, norm: number]>([
    ['Embeddings', 1024, 29.2],
    ['Embeddings-2', 1024, 29.2],
    ['EmbeddingsGigaR', 2560, 46.2],
    ['GigaEmbeddings-3B-2025-09', 2048, 41.3],
  ])('of %s has %i dimensions, norm %d, and only half-precision numbers', (model, dimensions, norm) => {
    expect(mind.dimensionsOf(model)).toBe(dimensions);
    for (const text of ['Привет, мир', 'hello', '', 'длинный текст '.repeat(500)]) {
      const vector = mind.embed(model, text);
      expect(vector).toHaveLength(dimensions);
      expect(Math.hypot(...vector)).toBeCloseTo(norm, 0);
      expect(vector.every((value) => roundToFloat16(value) === value)).toBe(true);
    }
  });

  it('is not offered by a chat model', () => {
    expect(mind.dimensionsOf('GigaChat-2')).toBeUndefined();
  });

  it('is the same for every mind, so that a collection outlives a seed', () => {
    expect(createMind({ seed: 2 }).embed('Embeddings', 'кот')).toEqual(mind.embed('Embeddings', 'кот'));
  });

  it.each<[near: string, text: string, far: string]>([
    ['кошки', 'кошка', 'автомобиль'],
    ['weather forecast', 'прогноз погоды', 'рецепт борща'],
    ['Как вернуть товар', 'возврат товара', 'погода в городе'],
    ['Никола Тесла', 'Nikola Tesla', 'Marie Curie'],
    ['Instruct: find the passage\nQuery: прогноз погоды', 'прогноз погоды', 'find the passage'],
  ])('of %j is nearer to %j than to %j', (near, text, far) => {
    const cosine = (one: string, other: string): number => {
      const [a, b] = [mind.embed('Embeddings', one), mind.embed('Embeddings', other)];
      return a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0) / 29.2 ** 2;
    };
    expect(cosine(near, text)).toBeGreaterThan(cosine(near, far) + 0.15);
  });
});

describe('rounding to half precision', () => {
  it.each<[value: number, rounded: number]>([
    [0, 0],
    [1, 1],
    [0.1, 0.0999755859375],
    [-3.3, -3.30078125],
    [1 + 2 ** -11, 1],
    [1 + 3 * 2 ** -11, 1 + 2 ** -9],
    [2 ** -24, 2 ** -24],
    [2 ** -26, 0],
  ])('%d becomes %d', (value, rounded) => {
    expect(roundToFloat16(value) + 0).toBe(rounded);
  });
});
