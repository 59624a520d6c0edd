import { expect, test } from 'vitest';
import { projectVectors } from './project-vectors.ts';

test('vectors that are alike lie near one another, and name each other as neighbours', () => {
  const points = projectVectors([
    [1, 0.1, 0, 0],
    [1, 0, 0.1, 0],
    [0, 0.1, 0, 1],
    [0, 0, 0.1, 1],
  ]);
  const between = (a: number, b: number) =>
    Math.hypot((points[a]?.x ?? 0) - (points[b]?.x ?? 0), (points[a]?.y ?? 0) - (points[b]?.y ?? 0));
  expect(Math.abs((points[0]?.x ?? 0) - (points[1]?.x ?? 0))).toBeLessThan(0.1);
  expect(between(0, 2)).toBeGreaterThan(0.8);
  expect(points.map(({ neighbours }) => neighbours[0]?.index)).toEqual([1, 0, 3, 2]);
});

test.each([
  ['no vector', []],
  ['one vector', [[1, 2, 3]]],
  [
    'two vectors',
    [
      [1, 0],
      [0, 1],
    ],
  ],
  [
    'the same vector three times',
    [
      [1, 0],
      [1, 0],
      [1, 0],
    ],
  ],
  [
    'a vector of nothing but zeros',
    [
      [0, 0],
      [1, 0],
      [0, 1],
    ],
  ],
])('%s is laid out inside the picture', (_, vectors) => {
  const points = projectVectors(vectors);
  expect(points).toHaveLength(vectors.length);
  for (const { x, y } of points) {
    expect(x).toBeGreaterThanOrEqual(0);
    expect(x).toBeLessThanOrEqual(1);
    expect(y).toBeGreaterThanOrEqual(0);
    expect(y).toBeLessThanOrEqual(1);
  }
});
