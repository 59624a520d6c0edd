import { expect, test } from 'vitest';
import { GigaChat } from '../gigachat.ts';
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
  const giga = new GigaChat({
    accessToken: 'token',
    fetch: async () => Response.json({ status: 403, message: 'Permission denied' }, { status: 403 }),
  });
  await expect(giga.balance.retrieve()).rejects.toMatchObject({
    kind: 'permission-denied',
    status: 403,
    hint: expect.stringContaining('pay-as-you-go'),
  });
});

test('a bare list and missing fields are read as well', async () => {
  const context = new ScriptedContext(() => ({ json: [{}] }));
  expect(await new Balance(context).retrieve()).toEqual([{ model: '', tokens: 0 }]);
});
