import { RunnableLambda } from '@langchain/core/runnables';
import { DynamicStructuredTool, tool } from '@langchain/core/tools';
import type { InteropZodObject } from '@langchain/core/utils/types';
import { type } from 'arktype';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { z as z3 } from 'zod3';
import { toTurnTools } from './to-turn-tools.ts';

const description = 'Погода в городе';
const parameters = {
  type: 'object',
  properties: { city: { type: 'string', description: 'Город' } },
  required: ['city'],
};

const zod4 = z.object({ city: z.string().describe('Город') });
const zod3 = z3.object({ city: z3.string().describe('Город') });
const standard = type({ city: type('string').describe('Город') });

/** Zod 3 and plain objects do not fit LangChain's own types under `exactOptionalPropertyTypes`. */
const langChainTool = (schema: unknown): DynamicStructuredTool =>
  new DynamicStructuredTool({
    name: 'weather',
    description,
    schema: schema as InteropZodObject,
    func: async () => '',
  });

const shapes: readonly [name: string, tool: unknown][] = [
  ['a LangChain tool with a Zod 4 schema', tool(() => '', { name: 'weather', description, schema: zod4 })],
  ['a LangChain tool with a Zod 3 schema', langChainTool(zod3)],
  ['a LangChain tool with a JSON Schema', langChainTool(parameters)],
  [
    'a DynamicStructuredTool',
    new DynamicStructuredTool({ name: 'weather', description, schema: zod4, func: async () => '' }),
  ],
  [
    'a runnable as a tool',
    RunnableLambda.from((input: { city: string }) => input.city).asTool({
      name: 'weather',
      description,
      schema: zod4,
    }),
  ],
  ['{ name, description, schema } with Zod', { name: 'weather', description, schema: zod4 }],
  ['{ name, description, schema } with Standard Schema', { name: 'weather', description, schema: standard }],
  ['{ name, description, schema } with JSON Schema', { name: 'weather', description, schema: parameters }],
  ["OpenAI's function", { type: 'function', function: { name: 'weather', description, parameters } }],
  ["OpenAI's flat function", { type: 'function', name: 'weather', description, parameters, strict: true }],
  ["Anthropic's tool", { name: 'weather', description, input_schema: parameters }],
  ["GigaChat's own function", { name: 'weather', description, parameters }],
];

test.each(shapes)('%s says the same on the wire', (_name, given) => {
  const [converted] = toTurnTools([given]);
  expect(converted).toMatchObject({ type: 'function', name: 'weather', description });
  expect(converted).toHaveProperty('parameters.type', 'object');
  expect(converted).toHaveProperty('parameters.properties.city.type', 'string');
  expect(converted).toHaveProperty('parameters.required', ['city']);
});

test('converting twice changes nothing, and the result is plain JSON', () => {
  const once = toTurnTools(shapes.map(([, given]) => given));
  expect(toTurnTools(once)).toEqual(once);
  expect(JSON.parse(JSON.stringify(once))).toEqual(once);
});

test('the given schema is not touched', () => {
  const schema = structuredClone(parameters);
  toTurnTools([{ name: 'weather', schema: Object.freeze(schema) }]);
  expect(schema).toEqual(parameters);
});

test('few-shot examples and the shape of results come from extras or from the native fields', () => {
  const examples = [{ request: 'погода в Москве', params: { city: 'Москва' } }];
  const returns = { type: 'object', properties: { temp: { type: 'number' } } };
  const told = { examples, returnParameters: returns };
  const langChain = tool(() => '', {
    name: 'weather',
    schema: zod4,
    extras: { few_shot_examples: examples, return_parameters: returns },
  });
  const native = { name: 'weather', parameters, few_shot_examples: examples, return_parameters: returns };
  expect(toTurnTools([langChain])).toMatchObject([told]);
  expect(toTurnTools([native])).toMatchObject([told]);
});

test.each(['web-search', 'url-extraction', 'image-generation', 'code-interpreter', 'model-3d'])(
  'the built-in %s passes through, in either spelling, with its options',
  (name) => {
    expect(toTurnTools([{ type: name }, { type: name.replaceAll('-', '_'), flags: ['fresh'] }])).toEqual([
      { type: name },
      { type: name, flags: ['fresh'] },
    ]);
  },
);

test.each([['a string'], [42], [null], [{}], [{ type: 'function' }]])(
  'refuses %j, naming the place',
  (given) => {
    expect(() => toTurnTools([{ name: 'ok' }, given])).toThrow(/tools\[1\] is not a tool/);
  },
);
