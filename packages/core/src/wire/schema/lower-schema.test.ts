import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { JsonObject, JsonSchema } from '../../turn/json.ts';
import { subsetFaults } from './__fixtures__/subset-faults.ts';
import { lowerSchema } from './lower-schema.ts';

const lower = (schema: JsonSchema) => lowerSchema(schema, 'parameters');
const property = (schema: JsonSchema) => {
  const { schema: root, warnings } = lower({ type: 'object', properties: { it: schema } });
  return {
    it: (root['properties'] as JsonObject)['it'],
    warnings: warnings.map((warning) => warning.message),
  };
};

describe('what is inside the subset stays as it is', () => {
  test.each<JsonSchema>([
    { type: 'object', properties: {} },
    { type: 'object', properties: { city: { type: 'string', description: 'Город' } }, required: ['city'] },
    {
      type: 'object',
      properties: { when: { type: 'string', format: 'date-time' }, n: { type: 'integer', minimum: 1 } },
    },
    { type: 'object', properties: { kind: { type: 'string', enum: ['a', 'b'] } } },
    {
      type: 'object',
      properties: {
        list: { type: 'array', items: { type: 'object', properties: { x: { type: 'number' } } } },
      },
    },
  ])('%j', (schema) => {
    expect(lower(schema)).toEqual({ schema, warnings: [] });
  });
});

describe('what only needs other words is said without a warning', () => {
  test('a function without parameters takes an object without properties', () => {
    expect(lower({})).toEqual({ schema: { type: 'object', properties: {} }, warnings: [] });
  });

  test('an object without `properties` gets empty ones', () => {
    expect(property({ type: 'object' })).toEqual({ it: { type: 'object', properties: {} }, warnings: [] });
  });

  test('`$schema`, `$id`, `title` and a plain `additionalProperties` are left out', () => {
    const schema = {
      $schema: 'http://json-schema.org/draft-07/schema#',
      $id: 'x',
      title: 'T',
      type: 'object',
      properties: {},
      additionalProperties: false,
    };
    expect(lower(schema)).toEqual({ schema: { type: 'object', properties: {} }, warnings: [] });
  });

  test.each([
    ['$defs', '#/$defs/Address'],
    ['definitions', '#/definitions/Address'],
  ])('a reference into `%s` is written out', (holder, $ref) => {
    const schema = {
      type: 'object',
      properties: { home: { $ref, description: 'Where to' } },
      [holder]: { Address: { type: 'object', properties: { zip: { type: 'string' } }, required: ['zip'] } },
    };
    expect(lower(schema)).toEqual({
      schema: {
        type: 'object',
        properties: {
          home: {
            type: 'object',
            properties: { zip: { type: 'string' } },
            required: ['zip'],
            description: 'Where to',
          },
        },
      },
      warnings: [],
    });
  });

  test.each<[JsonSchema, JsonSchema]>([
    [{ anyOf: [{ type: 'string' }, { type: 'null' }] }, { type: 'string' }],
    [{ type: ['integer', 'null'] }, { type: 'integer' }],
    [{ type: 'string', nullable: true }, { type: 'string' }],
    [{ enum: ['a', 'b', null] }, { type: 'string', enum: ['a', 'b'] }],
  ])('an optional value that may be null is just optional: %j', (schema, expected) => {
    expect(property(schema)).toEqual({ it: expected, warnings: [] });
  });

  test('`const` becomes a list of one', () => {
    expect(property({ const: 'card' })).toEqual({ it: { type: 'string', enum: ['card'] }, warnings: [] });
  });

  test('numbers in `enum` keep their type and become a remark', () => {
    expect(property({ enum: [1, 2, 3], description: 'Stars.' })).toEqual({
      it: { type: 'integer', description: 'Stars. One of: 1, 2, 3.' },
      warnings: [],
    });
  });

  test('a union of listed texts is one longer list', () => {
    const schema = { anyOf: [{ const: 'a' }, { const: 'b' }, { type: 'string', enum: ['c'] }] };
    expect(property(schema)).toEqual({ it: { type: 'string', enum: ['a', 'b', 'c'] }, warnings: [] });
  });

  test('integers and numbers together are numbers', () => {
    expect(property({ type: ['integer', 'number'] })).toEqual({ it: { type: 'number' }, warnings: [] });
  });

  test('`allOf` of objects is the object that satisfies all', () => {
    const schema = {
      allOf: [
        { type: 'object', properties: { a: { type: 'string' } }, required: ['a'] },
        { type: 'object', properties: { b: { type: 'number' } }, required: ['b'] },
      ],
    };
    expect(property(schema)).toEqual({
      it: {
        type: 'object',
        properties: { a: { type: 'string' }, b: { type: 'number' } },
        required: ['a', 'b'],
      },
      warnings: [],
    });
  });

  test('a format the model does not know is told in words, a machine format not at all', () => {
    expect(property({ type: 'string', format: 'email' }).it).toEqual({
      type: 'string',
      description: 'Format: email.',
    });
    expect(property({ type: 'integer', format: 'int32' }).it).toEqual({ type: 'integer' });
  });

  test('properties named like members of Object survive', () => {
    const { schema } = lower(
      JSON.parse(
        '{"type":"object","properties":{"__proto__":{"type":"string"},"constructor":{"$ref":"#/$defs/toString"}},"$defs":{"toString":{"type":"boolean"}}}',
      ),
    );
    expect(JSON.stringify(schema)).toBe(
      '{"type":"object","properties":{"__proto__":{"type":"string"},"constructor":{"type":"boolean"}}}',
    );
  });
});

describe('what loses meaning comes with a warning that names the place', () => {
  test('a schema that contains itself is cut', () => {
    const tree = {
      type: 'object',
      properties: { children: { type: 'array', items: { $ref: '#/$defs/Tree' } } },
    };
    const { it, warnings } = property({ $ref: '#/$defs/Tree' });
    expect(it).toEqual({ type: 'string' });
    expect(warnings[0]).toContain('leads nowhere');
    const lowered = lower({ ...tree, $defs: { Tree: tree } });
    expect(lowered.warnings[0]?.message).toContain('contains itself');
    expect(subsetFaults(lowered.schema)).toEqual([]);
  });

  test('variants of an object become one with the properties of all, told apart in words', () => {
    const { it, warnings } = property({
      oneOf: [
        {
          type: 'object',
          properties: { kind: { const: 'card' }, number: { type: 'string' } },
          required: ['kind', 'number'],
        },
        { type: 'object', properties: { kind: { const: 'cash' } }, required: ['kind'] },
      ],
    });
    expect(it).toEqual({
      type: 'object',
      properties: { kind: { type: 'string', enum: ['card', 'cash'] }, number: { type: 'string' } },
      required: ['kind'],
      description: 'One of: {kind="card", number} or {kind="cash"}.',
    });
    expect(warnings).toEqual([
      'At (root).it: 2 variants of an object became one with the properties of all; the API has no word for it.',
    ]);
  });

  test('a union of a text and a number becomes a text', () => {
    const { it, warnings } = property({ type: ['string', 'number'] });
    expect(it).toEqual({ type: 'string', description: 'Either string or number.' });
    expect(warnings).toHaveLength(1);
  });

  test('a required value that may be null may be left out instead', () => {
    const { schema, warnings } = lower({
      type: 'object',
      properties: { note: { type: ['string', 'null'] }, id: { type: 'string' } },
      required: ['note', 'id'],
    });
    expect(schema['required']).toEqual(['id']);
    expect(warnings).toHaveLength(1);
  });

  test.each<JsonSchema>([
    {},
    { type: 'array' },
    { type: 'object', additionalProperties: { type: 'number' } },
    { type: 'object', properties: {}, not: { required: ['a'] } },
    { type: 'array', prefixItems: [{ type: 'string' }, { type: 'number' }] },
    { $ref: 'https://example.org/elsewhere.json' },
    { type: 'file' },
    { type: 'null' },
  ])('%j', (schema) => {
    const { it, warnings } = property(schema);
    expect(warnings).not.toEqual([]);
    expect(subsetFaults({ type: 'object', properties: { it } })).toEqual([]);
  });

  test('references that double with every level are cut before they fill the memory', () => {
    const $defs = Object.fromEntries(
      Array.from({ length: 40 }, (_, level) => [
        `L${level}`,
        {
          type: 'object',
          properties: { a: { $ref: `#/$defs/L${level + 1}` }, b: { $ref: `#/$defs/L${level + 1}` } },
        },
      ]),
    );
    const { schema, warnings } = lower({ $ref: '#/$defs/L0', $defs });
    expect(JSON.stringify(schema).length).toBeLessThan(1_000_000);
    expect(warnings.some(({ message }) => message.includes('too large'))).toBe(true);
  });
});

describe('for any schema whatever', () => {
  const keyword = fc.constantFrom('a', 'b', '__proto__', 'имя');
  const { schema: anySchema } = fc.letrec<{ schema: JsonObject }>((tie) => ({
    schema: fc.oneof(
      { maxDepth: 4, depthSize: 'small' },
      fc.constantFrom<JsonObject>(
        {},
        { type: 'string' },
        { type: ['number', 'null'] },
        { const: 5 },
        { enum: ['x', 'y', null] },
        { enum: [{ a: 1 }, [2]] },
        { $ref: '#' },
        { $ref: '#/$defs/a' },
        { type: 'null', description: 'nothing' },
        { nullable: true },
      ),
      fc.record(
        {
          type: fc.constantFrom<JsonObject[string]>('object', ['object', 'null'], 'array', undefined),
          description: fc.constant('words'),
          properties: fc.dictionary(keyword, tie('schema')),
          required: fc.array(keyword, { maxLength: 3 }),
          items: fc.oneof(tie('schema'), fc.array(tie('schema'), { maxLength: 2 })),
          anyOf: fc.array(tie('schema'), { maxLength: 3 }),
          oneOf: fc.array(tie('schema'), { maxLength: 3 }),
          allOf: fc.array(tie('schema'), { maxLength: 3 }),
          additionalProperties: fc.oneof(fc.boolean(), tie('schema')),
          $defs: fc.dictionary(keyword, tie('schema')),
          enum: fc.array(fc.jsonValue({ maxDepth: 1 }), { maxLength: 3 }),
          not: tie('schema'),
        },
        { requiredKeys: [] },
      ),
    ),
  })) as { schema: fc.Arbitrary<JsonObject> };

  test('the result is inside the subset, the input is untouched, and a second lowering changes nothing', () => {
    fc.assert(
      fc.property(anySchema, (schema) => {
        const before = JSON.stringify(schema);
        const { schema: lowered } = lower(schema);
        expect(JSON.stringify(schema)).toBe(before);
        expect(subsetFaults(lowered)).toEqual([]);
        expect(lower(lowered)).toEqual({ schema: lowered, warnings: [] });
      }),
      { numRuns: 200 },
    );
  });
});
