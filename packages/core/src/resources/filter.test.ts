import { expect, test } from 'vitest';
import { ScriptedContext } from './__fixtures__/scripted-context.ts';
import { Filter } from './filter.ts';

test('asks the filter about a conversation', async () => {
  const json = { is_profane: true, usage: { filter_tokens: 12 } };
  const context = new ScriptedContext(() => ({ json }));
  const messages = [{ role: 'user', content: 'Привет' }];
  expect(await new Filter(context).check({ messages, settings: { neuro: true } })).toEqual({
    isProfane: true,
    usage: { filterTokens: 12 },
    raw: json,
  });
  expect(context.calls[0]).toMatchObject({
    path: '/filter/check',
    json: { model: 'GigaFilter', settings: { neuro: true }, messages },
  });
});

test('an answer that says nothing found nothing', async () => {
  const context = new ScriptedContext(() => ({ json: {} }));
  const messages = [{ role: 'user', content: 'Привет' }];
  expect(await new Filter(context).check({ messages })).toMatchObject({
    isProfane: false,
    usage: { filterTokens: undefined },
  });
});

test('no messages are refused by name', async () => {
  const context = new ScriptedContext(() => ({ json: {} }));
  await expect(new Filter(context).check({ messages: [] })).rejects.toMatchObject({ field: 'messages' });
});
