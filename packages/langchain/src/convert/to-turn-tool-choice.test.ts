import { expect, test } from 'vitest';
import { toTurnResponseFormat } from './to-turn-response-format.ts';
import { toTurnToolChoice } from './to-turn-tool-choice.ts';

test.each([
  [undefined, undefined],
  [null, undefined],
  ['auto', 'auto'],
  ['none', 'none'],
  ['any', 'required'],
  ['required', 'required'],
  [true, 'required'],
  [false, 'none'],
  ['weather', { name: 'weather' }],
  [{ name: 'weather' }, { name: 'weather' }],
  [{ type: 'function', function: { name: 'weather' } }, { name: 'weather' }],
  [{ type: 'function', name: 'weather' }, { name: 'weather' }],
  [{ type: 'tool', name: 'weather' }, { name: 'weather' }],
  [{ type: 'any' }, 'required'],
  [{ type: 'auto' }, 'auto'],
  [
    { name: 'weather', partial_arguments: { city: 'Москва' } },
    { name: 'weather', partialArguments: { city: 'Москва' } },
  ],
])('tool_choice %j is %j', (choice, expected) => {
  expect(toTurnToolChoice(choice)).toEqual(expected);
});

test.each([[42], [{}], [[]]])('refuses tool_choice %j', (choice) => {
  expect(() => toTurnToolChoice(choice)).toThrow(/tool_choice must be/);
});

const schema = { type: 'object', properties: { n: { type: 'integer' } } };

test.each([
  [undefined, undefined],
  [{ type: 'text' }, { type: 'text' }],
  [
    { type: 'json_schema', json_schema: { name: 'number', schema, strict: true } },
    { type: 'json-schema', schema, strict: true },
  ],
  [
    { type: 'json_schema', schema, strict: false },
    { type: 'json-schema', schema, strict: false },
  ],
  [
    { type: 'json-schema', schema },
    { type: 'json-schema', schema },
  ],
  [
    { type: 'regex', pattern: '\\d+' },
    { type: 'regex', pattern: '\\d+' },
  ],
])('response_format %j is %j', (format, expected) => {
  expect(toTurnResponseFormat(format)).toEqual(expected);
});

test('refuses a JSON mode without a schema, which the API does not have', () => {
  expect(() => toTurnResponseFormat({ type: 'json_object' })).toThrow(/no JSON mode without a schema/);
});
