import { expect, test } from 'vitest';
import { ScriptedContext } from './__fixtures__/scripted-context.ts';
import { Assistants } from './assistants.ts';

const wire = {
  assistant_id: 'a1',
  created_at: 1721993213,
  updated_at: 1721993214,
  name: 'Помощник',
  description: 'Помогает',
  instructions: 'Ты — помощник',
  model: 'GigaChat-2-Pro',
  metadata: { team: 'x' },
  file_ids: ['f1'],
};

const assistant = {
  id: 'a1',
  name: 'Помощник',
  description: 'Помогает',
  instructions: 'Ты — помощник',
  model: 'GigaChat-2-Pro',
  fileIds: ['f1'],
  metadata: { team: 'x' },
  createdAtMs: 1721993213000,
  updatedAtMs: 1721993214000,
  raw: wire,
};

test('lists the assistants of the account', async () => {
  const context = new ScriptedContext(() => ({ json: { data: [wire] } }));
  expect(await new Assistants(context).list()).toEqual([assistant]);
  expect(context.calls[0]).toMatchObject({ method: 'GET', path: '/assistants', query: {} });
});

test('retrieves one by a query, as the API has it', async () => {
  const context = new ScriptedContext(() => ({ json: { data: [wire] } }));
  expect(await new Assistants(context).retrieve('a1')).toEqual(assistant);
  expect(context.calls[0]?.query).toEqual({ assistant_id: 'a1' });
});

test('an empty answer means that there is none', async () => {
  const context = new ScriptedContext(() => ({ json: { data: [] } }));
  await expect(new Assistants(context).retrieve('a1')).rejects.toMatchObject({ kind: 'not-found' });
});

test('creates one, with the client’s model unless another is named', async () => {
  const json = { assistant_id: 'a1', created_at: 1721993213 };
  const context = new ScriptedContext(() => ({ json }));
  const assistants = new Assistants(context);
  const created = await assistants.create({
    name: 'Помощник',
    instructions: 'Ты — помощник',
    fileIds: ['f1'],
    functions: [{ type: 'function', name: 'now' }],
  });
  expect(created).toEqual({ id: 'a1', createdAtMs: 1721993213000, raw: json });
  expect(context.calls[0]).toMatchObject({
    method: 'POST',
    path: '/assistants',
    json: {
      model: 'GigaChat-2',
      name: 'Помощник',
      instructions: 'Ты — помощник',
      file_ids: ['f1'],
      functions: [{ name: 'now', parameters: { type: 'object', properties: {} } }],
    },
  });
  await assistants.create({ name: 'x', model: 'GigaChat-2-Max' });
  expect(context.calls[1]?.json).toEqual({ model: 'GigaChat-2-Max', name: 'x' });
});

test('modifies what is given and nothing else', async () => {
  const context = new ScriptedContext(() => ({ json: wire }));
  expect(await new Assistants(context).modify('a1', { name: 'Помощник' })).toEqual(assistant);
  expect(context.calls[0]).toMatchObject({ method: 'POST', path: '/assistants/modify' });
  expect(context.calls[0]?.json).toEqual({ assistant_id: 'a1', name: 'Помощник' });
});

test('deletes one', async () => {
  const context = new ScriptedContext(() => ({ json: { assistant_id: 'a1', deleted: true } }));
  expect(await new Assistants(context).delete('a1')).toEqual({ id: 'a1', isDeleted: true });
  expect(context.calls[0]).toMatchObject({ path: '/assistants/delete', json: { assistant_id: 'a1' } });
});

test('takes a file from one', async () => {
  const context = new ScriptedContext(() => ({ json: { file_id: 'f1', deleted: true } }));
  expect(await new Assistants(context).deleteFile('a1', 'f1')).toEqual({ fileId: 'f1', isDeleted: true });
  expect(context.calls[0]).toMatchObject({
    path: '/assistants/files/delete',
    json: { assistant_id: 'a1', file_id: 'f1' },
  });
});

test('answers with gaps are read as far as they go', async () => {
  const context = new ScriptedContext(() => ({ json: [{ id: 'a2' }, {}] }));
  const [first, second] = await new Assistants(context).list();
  expect(first).toMatchObject({ id: 'a2', fileIds: [], metadata: {} });
  expect(second?.id).toBe('');
  const empty = new Assistants(new ScriptedContext(() => ({ json: {} })));
  expect(await empty.create({ name: 'x' })).toMatchObject({ id: '', createdAtMs: undefined });
  expect(await empty.delete('a1')).toEqual({ id: 'a1', isDeleted: true });
  expect(await empty.deleteFile('a1', 'f1')).toEqual({ fileId: 'f1', isDeleted: true });
});
