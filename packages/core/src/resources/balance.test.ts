import { expect, test } from 'vitest';
import { ScriptedContext } from './__fixtures__/scripted-context.ts';
import { Balance } from './balance.ts';

test('tells what is left of every package', async () => {
  const context = new ScriptedContext(() => ({
    json: {
      balance: [
        { usage: 'GigaChat', value: 900000 },
        { usage: 'embeddings', value: 9999967 },
      ],
    },
  }));
  expect(await new Balance(context).retrieve()).toEqual([
    { model: 'GigaChat', tokens: 900000 },
    { model: 'embeddings', tokens: 9999967 },
  ]);
  expect(context.calls[0]).toMatchObject({ method: 'GET', path: '/balance' });
});

test('explains the 403 of pay-as-you-go tariffs', async () => {
  const context = new ScriptedContext(() => ({
    status: 403,
    json: { status: 403, message: 'Permission denied' },
  }));
  await expect(new Balance(context).retrieve()).rejects.toMatchObject({
    kind: 'permission-denied',
    status: 403,
    body: { status: 403, message: 'Permission denied' },
    hint: expect.stringContaining('pay-as-you-go'),
  });
});

test('leaves other errors as they are', async () => {
  const context = new ScriptedContext(() => ({ status: 500 }));
  await expect(new Balance(context).retrieve()).rejects.toMatchObject({ kind: 'server', hint: undefined });
});

test('a bare list and missing fields are read as well', async () => {
  const context = new ScriptedContext(() => ({ json: [{}] }));
  expect(await new Balance(context).retrieve()).toEqual([{ model: '', tokens: 0 }]);
});
