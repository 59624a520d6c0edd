import { expect, test } from 'vitest';
import { toJsonText } from './to-json-text.ts';

const circle: Record<string, unknown> = { a: 1 };
circle['self'] = circle;

test.each<[string, unknown, string]>([
  ['a BigInt', { messages: [{ content: 'x' }, { content: { price: 10n } }] }, 'messages[1].content.price'],
  ['a circle', { model: 'x', extras: circle }, 'extras.self'],
  ['an object whose toJSON fails', { a: { toJSON: () => JSON.parse('{') } }, 'a'],
])('%s is refused by its place', (_, value, field) => {
  expect(() => toJsonText(value, '')).toThrow(
    expect.objectContaining({
      name: 'InvalidRequestError',
      field,
      message: expect.stringContaining(`\`${field}\``),
    }),
  );
});

test('the place begins with the name given', () => {
  expect(() => toJsonText({ total: 10n }, 'output of "sum"')).toThrow(
    '`output of "sum".total` cannot be written',
  );
});
