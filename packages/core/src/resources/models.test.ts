import { expect, test } from 'vitest';
import { isNotFoundError } from '../errors/index.ts';
import { ScriptedContext } from './__fixtures__/scripted-context.ts';
import { Models } from './models.ts';

const pro = { id: 'GigaChat-2-Pro', object: 'model', owned_by: 'salutedevices', type: 'chat' };

test('lists the models the account sees', async () => {
  const context = new ScriptedContext(() => ({ json: { object: 'list', data: [pro] } }));
  expect(await new Models(context).list()).toEqual([
    { id: 'GigaChat-2-Pro', type: 'chat', ownedBy: 'salutedevices', raw: pro },
  ]);
  expect(context.calls[0]).toMatchObject({ method: 'GET', path: '/models' });
});

test('retrieves one by id, and never leaves the endpoint for an id with dots and slashes', async () => {
  const context = new ScriptedContext(() => ({ json: pro }));
  const models = new Models(context);
  expect((await models.retrieve('GigaChat-2-Pro')).id).toBe('GigaChat-2-Pro');
  expect(context.calls[0]?.path).toBe('/models/GigaChat-2-Pro');
  await expect(models.retrieve('../balance')).rejects.toThrow(/id is not an id/);
  expect(context.calls).toHaveLength(1);
});

test('passes the refusal of an unknown id on', async () => {
  const context = new ScriptedContext(() => ({
    status: 404,
    json: { status: 404, message: 'No such model' },
  }));
  const error = await new Models(context).retrieve('nobody').catch((reason: unknown) => reason);
  expect(isNotFoundError(error)).toBe(true);
});

test.each([
  ['a bare list', [pro, null, 'noise'], 1],
  ['no list at all', { object: 'list' }, 0],
  ['nothing', null, 0],
])('reads %s', async (_name, json, count) => {
  const context = new ScriptedContext(() => ({ json }));
  expect(await new Models(context).list()).toHaveLength(count);
});

test('fields the server leaves out are undefined', async () => {
  const context = new ScriptedContext(() => ({ json: {} }));
  expect(await new Models(context).retrieve('x')).toEqual({
    id: '',
    type: undefined,
    ownedBy: undefined,
    raw: {},
  });
});
