import { OutputParserException } from '@langchain/core/output_parsers';
import type { InteropZodObject } from '@langchain/core/utils/types';
import { type } from 'arktype';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { z as z3 } from 'zod3';
import { emulated } from '../test/emulated.ts';

const value = { city: 'Москва', temperature: 5 };
const json = {
  type: 'object',
  title: 'weather',
  properties: { city: { type: 'string' }, temperature: { type: 'number' } },
  required: ['city', 'temperature'],
};

const schemas: readonly [name: string, schema: Record<string, unknown>][] = [
  ['Zod 4', z.object({ city: z.string(), temperature: z.number() }) as unknown as Record<string, unknown>],
  ['Zod 3', z3.object({ city: z3.string(), temperature: z3.number() }) as unknown as Record<string, unknown>],
  ['Standard Schema', type({ city: 'string', temperature: 'number' }) as unknown as Record<string, unknown>],
  ['JSON Schema', json],
  ['{ name, description, parameters }', { name: 'weather', description: 'Погода', parameters: json }],
];

test.each(schemas)('functionCalling forces one function: %s', async (_name, schema) => {
  const { model, emulator, bodies } = emulated();
  emulator.enqueue({ type: 'answer', calls: [{ name: 'report', arguments: value }] });
  const structured = model.withStructuredOutput(schema, { method: 'functionCalling', name: 'report' });
  expect(await structured.invoke('Погода?')).toEqual(value);
  expect(bodies()[0]).toMatchObject({
    function_call: { name: 'report' },
    functions: [{ name: 'report', parameters: { type: 'object', required: ['city', 'temperature'] } }],
  });
});

test.each(schemas)('jsonSchema sends response_format: %s', async (_name, schema) => {
  const { model, emulator, bodies } = emulated();
  emulator.enqueue({ type: 'answer', text: JSON.stringify(value, undefined, 4) });
  const structured = model.withStructuredOutput(schema, { method: 'jsonSchema', strict: true });
  expect(await structured.invoke('Погода?')).toEqual(value);
  expect(bodies()[0]?.response_format).toMatchObject({
    type: 'json_schema',
    strict: true,
    schema: { type: 'object', required: ['city', 'temperature'] },
  });
});

test('jsonMode is jsonSchema: the API has no JSON without a schema', async () => {
  const { model, emulator, bodies } = emulated();
  emulator.enqueue({ type: 'answer', text: JSON.stringify(value) });
  expect(await model.withStructuredOutput(json, { method: 'jsonMode' }).invoke('Погода?')).toEqual(value);
  expect(bodies()[0]?.response_format).toMatchObject({ type: 'json_schema' });
});

test.each([
  [true, 'response_format'],
  [false, 'function_call'],
])('the method follows profile.structuredOutput = %s', async (structuredOutput, field) => {
  const { model, emulator, bodies } = emulated({ profile: { structuredOutput } });
  emulator.enqueue({
    type: 'answer',
    text: JSON.stringify(value),
    calls: [{ name: 'weather', arguments: value }],
  });
  expect(await model.withStructuredOutput(json).invoke('Погода?')).toEqual(value);
  expect(bodies()[0]).toHaveProperty(field);
});

test.each(['functionCalling', 'jsonSchema'])(
  '%s: what does not fit the schema is an OutputParserException',
  async (method) => {
    const { model, emulator } = emulated();
    const wrong = { city: 'Москва', temperature: 'тепло' };
    emulator.enqueue({
      type: 'answer',
      text: JSON.stringify(wrong),
      calls: [{ name: 'extract', arguments: wrong }],
    });
    const schema = z.object({ city: z.string(), temperature: z.number() });
    const call = model.withStructuredOutput(schema, { method }).invoke('Погода?');
    await expect(call).rejects.toBeInstanceOf(OutputParserException);
    await expect(call).rejects.toMatchObject({ lc_error_code: 'OUTPUT_PARSING_FAILURE' });
  },
);

test('functionCalling: an answer without the call says so', async () => {
  const { model, emulator } = emulated();
  emulator.enqueue({ type: 'answer', text: 'Не знаю.' });
  const call = model.withStructuredOutput(json, { method: 'functionCalling' }).invoke('Погода?');
  await expect(call).rejects.toThrow(/without calling "weather".*Не знаю/);
});

test('includeRaw keeps the message when parsing fails', async () => {
  const { model, emulator } = emulated();
  emulator.enqueue({ type: 'answer', text: 'Не знаю.' });
  const structured = model.withStructuredOutput(json, { includeRaw: true, method: 'jsonSchema' });
  const { raw, parsed } = await structured.invoke('Погода?');
  expect(raw.text).toBe('Не знаю.');
  expect(parsed).toBeNull();
});

test('a JSON Schema streams partial objects', async () => {
  const { model, emulator } = emulated();
  emulator.enqueue({ type: 'answer', text: ['{"city": "Мос', 'ква", "temp', 'erature": 5}'] });
  const partials: unknown[] = [];
  const structured = model.withStructuredOutput(json, { method: 'jsonSchema' });
  for await (const partial of await structured.stream('Погода?')) partials.push(partial);
  expect(partials).toEqual([{ city: 'Мос' }, { city: 'Москва' }, value]);
});

test('the name falls back to the title, then to "extract"', async () => {
  const { model, emulator, bodies } = emulated();
  const { title: _title, ...untitled } = json;
  emulator.enqueue(
    { type: 'answer', calls: [{ name: 'weather', arguments: value }] },
    { type: 'answer', calls: [{ name: 'extract', arguments: value }] },
  );
  await model.withStructuredOutput(json, { method: 'functionCalling' }).invoke('Погода?');
  await model.withStructuredOutput(untitled, { method: 'functionCalling' }).invoke('Погода?');
  expect(bodies().map((body) => body.functions?.[0]?.name)).toEqual(['weather', 'extract']);
});

test('an unknown method is refused with the known ones', () => {
  const { model } = emulated();
  expect(() => model.withStructuredOutput(json, { method: 'telepathy' })).toThrow(
    /functionCalling, jsonSchema, jsonMode/,
  );
});

test('a Zod 3 object validates', async () => {
  const { model, emulator } = emulated();
  emulator.enqueue({ type: 'answer', text: '{"n": "x"}' });
  const schema = z3.object({ n: z3.number() }) as unknown as InteropZodObject;
  await expect(model.withStructuredOutput(schema).invoke('Число?')).rejects.toThrow(/Failed to parse/);
});
