import { expect, it } from 'vitest';
import { seededRandom } from '../seeded-random.ts';
import { samplePattern } from './sample-pattern.ts';

it.each([
  '^\\d{3}-\\d{2}$',
  '^(?:cat|dog)s?$',
  '^[A-Z][a-z]+$',
  '^[^abc]{5}$',
  '^\\w+@\\w+\\.com$',
  '^(\\d+)(,\\d+)*$',
  '^[a-f\\d]{8}$',
  '^\\p{Lu}\\p{L}{2,4}$',
  '^https?://[\\w.-]+/\\w*$',
  '^\\s*x\\t?$',
  '^.{2,4}$',
  '',
])('gives a text that %s accepts, for any seed', (pattern) => {
  for (let seed = 0; seed < 40; seed++) {
    expect(samplePattern(pattern, seededRandom(seed))).toMatch(new RegExp(pattern, 'u'));
  }
});

it.each(['(', '[', '(a)\\1', '(?=a)b'])('gives %s up rather than answer wrongly', (pattern) => {
  expect(samplePattern(pattern, seededRandom(1))).toBeUndefined();
});
