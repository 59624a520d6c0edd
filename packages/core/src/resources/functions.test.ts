import { expect, test } from 'vitest';
import { InvalidRequestError } from '../errors/index.ts';
import type { FunctionTool } from '../turn/tool.ts';
import { ScriptedContext } from './__fixtures__/scripted-context.ts';
import { Functions } from './functions.ts';

const tool: FunctionTool = {
  type: 'function',
  name: 'погода',
  description: 'Погода в городе',
  parameters: { type: 'object', properties: { city: { type: 'string' } } },
  returnParameters: { type: 'object', properties: {} },
  examples: [{ request: 'Погода в Москве', params: { city: 'Москва' } }],
};

const wire = {
  name: 'погода',
  description: 'Погода в городе',
  parameters: { type: 'object', properties: { city: { type: 'string' } } },
  return_parameters: { type: 'object', properties: {} },
  few_shot_examples: [{ request: 'Погода в Москве', params: { city: 'Москва' } }],
};

test('a function is judged exactly as it is written', async () => {
  const json = {
    status: 200,
    message: 'Function is valid',
    json_ai_rules_version: '1.0.5',
    warnings: [{ description: 'few_shot_examples are missing', schema_location: '(root)' }],
  };
  const context = new ScriptedContext(() => ({ json }));
  expect(await new Functions(context).validate(tool)).toEqual({
    isValid: true,
    message: 'Function is valid',
    errors: [],
    warnings: [{ description: 'few_shot_examples are missing', location: '(root)' }],
    rulesVersion: '1.0.5',
    raw: json,
  });
  expect(context.calls[0]).toMatchObject({ path: '/functions/validate', json: wire });
});

const verdict = {
  status: 400,
  message: 'Incorrect function syntax',
  errors: [{ description: 'name is required', schema_location: '(root)' }],
};

test('an invalid function is a result, whichever status it comes under', async () => {
  const under200 = new ScriptedContext(() => ({ json: { ...verdict, status: 200 } }));
  expect(await new Functions(under200).validate(tool)).toMatchObject({
    isValid: false,
    message: 'Incorrect function syntax',
    errors: [{ description: 'name is required', location: '(root)' }],
    rulesVersion: undefined,
  });
  const under400 = new ScriptedContext(() => ({ json: {} }));
  under400.requestJson = () => Promise.reject(new InvalidRequestError('no', { status: 400, body: verdict }));
  expect(await new Functions(under400).validate(tool)).toMatchObject({ isValid: false, raw: verdict });
});

test('a refusal without a verdict stays an error', async () => {
  const context = new ScriptedContext(() => ({ json: {} }));
  context.requestJson = () => Promise.reject(new InvalidRequestError('Bad request', { status: 400 }));
  await expect(new Functions(context).validate(tool)).rejects.toThrow('Bad request');
  const down = new ScriptedContext(() => ({ status: 500 }));
  await expect(new Functions(down).validate(tool)).rejects.toMatchObject({ kind: 'server' });
});

test('a function without parameters is sent with none, not without the field', async () => {
  const context = new ScriptedContext(() => ({ json: {} }));
  const result = await new Functions(context).validate({ type: 'function', name: 'now' });
  expect(context.calls[0]?.json).toEqual({ name: 'now', parameters: { type: 'object', properties: {} } });
  expect(result).toMatchObject({ isValid: true, message: '' });
});

test('an OpenAPI document becomes functions for `tools`', async () => {
  const context = new ScriptedContext(() => ({ json: { functions: [wire, { name: 'bare' }] } }));
  expect(await new Functions(context).convert('openapi: 3.0.0')).toEqual([
    tool,
    { type: 'function', name: 'bare' },
  ]);
  expect(context.calls[0]).toMatchObject({
    path: '/functions/convert',
    contentType: 'text/plain; charset=utf-8',
    text: 'openapi: 3.0.0',
  });
});

test('functions with gaps are read as far as they go', async () => {
  const odd = { few_shot_examples: [{}], parameters: 'none' };
  const context = new ScriptedContext(() => ({ json: [odd] }));
  expect(await new Functions(context).convert('x')).toEqual([
    { type: 'function', name: '', examples: [{ request: '', params: {} }] },
  ]);
  const errors = new ScriptedContext(() => ({ json: { errors: [{}] } }));
  const { errors: remarks } = await new Functions(errors).validate(tool);
  expect(remarks).toEqual([{ description: '', location: '' }]);
});

test('an empty document is refused by name', async () => {
  const context = new ScriptedContext(() => ({ json: {} }));
  await expect(new Functions(context).convert('  ')).rejects.toMatchObject({ field: 'openApi' });
});
