import { expect, test } from 'vitest';
import { ScriptedContext } from './__fixtures__/scripted-context.ts';
import { Tokens } from './tokens.ts';

const answer = [
  { object: 'tokens', tokens: 2, characters: 8 },
  { object: 'tokens', tokens: 2, characters: 11 },
];

test('the bare list that the server answers with becomes counts in order', async () => {
  const context = new ScriptedContext(() => ({ json: answer }));
  const counts = await new Tokens(context).count({ input: ['Good day', 'Добрый день'] });
  expect(counts).toEqual([
    { tokens: 2, characters: 8 },
    { tokens: 2, characters: 11 },
  ]);
  expect(context.calls[0]).toMatchObject({
    path: '/tokens/count',
    json: { model: 'GigaChat-2', input: ['Good day', 'Добрый день'] },
  });
});

test('one text is sent as a list of one, to the model asked for', async () => {
  const context = new ScriptedContext(() => ({ json: answer.slice(0, 1) }));
  await new Tokens(context).count({ input: 'Good day', model: 'GigaChat-2-Max' });
  expect(context.calls[0]?.json).toEqual({ model: 'GigaChat-2-Max', input: ['Good day'] });
});

test('no texts cost no request', async () => {
  const context = new ScriptedContext(() => ({ json: [] }));
  expect(await new Tokens(context).count({ input: [] })).toEqual([]);
  expect(context.calls).toHaveLength(0);
});

test('names the text that is no string', async () => {
  const context = new ScriptedContext(() => ({ json: [] }));
  const input = ['fine', 7] as unknown as string[];
  await expect(new Tokens(context).count({ input })).rejects.toMatchObject({
    kind: 'invalid-request',
    field: 'input[1]',
  });
});

test('a wrapped list and missing numbers are read as well', async () => {
  const context = new ScriptedContext(() => ({ json: { data: [{ tokens: '3' }] } }));
  expect(await new Tokens(context).count({ input: 'x' })).toEqual([{ tokens: 3, characters: 0 }]);
});

test('fewer counts than texts are an error, not a shorter list', async () => {
  const context = new ScriptedContext(() => ({ json: answer.slice(0, 1) }));
  await expect(new Tokens(context).count({ input: ['Good day', 'Добрый день'] })).rejects.toMatchObject({
    name: 'ServerError',
    message: expect.stringContaining('1 of 2'),
  });
});
