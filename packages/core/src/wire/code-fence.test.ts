import { expect, test } from 'vitest';
import { createFenceStripper } from './code-fence.ts';

function strip(pieces: readonly string[]): string {
  let text = '';
  const stripper = createFenceStripper((piece) => (text += piece));
  for (const piece of pieces) stripper.push(piece);
  stripper.end();
  return text;
}

test.each([
  ['```json\n{"a":1}\n```', '{"a":1}'],
  ['```\n{"a":1}\n```\n', '{"a":1}'],
  ['\n```JSON\n{\n    "a": 1\n}```', '{\n    "a": 1\n}'],
  ['{"a":"```"}', '{"a":"```"}'],
  ['```json\n{"a":"```"}\n```', '{"a":"```"}'],
  ['{\n    "n": 3\n}', '{\n    "n": 3\n}'],
  ['``', '``'],
  ['', ''],
  ['```json\n{"a":1}\n``` Вот так.', '{"a":1}\n``` Вот так.'],
])('%j is read as %j', (text, expected) => {
  expect(strip([text])).toBe(expected);
  expect(strip(text.split(''))).toBe(expected);
});
