import { expect, test } from 'vitest';
import { ScriptedContext } from './__fixtures__/scripted-context.ts';
import { AiCheck } from './ai-check.ts';

test('says who wrote a text, and where', async () => {
  const json = {
    category: 'mixed',
    characters: 533,
    tokens: 224,
    ai_intervals: [
      [1, 262],
      [415, 533],
    ],
  };
  const context = new ScriptedContext(() => ({ json }));
  expect(await new AiCheck(context).create({ input: 'Текст' })).toEqual({
    category: 'mixed',
    characters: 533,
    tokens: 224,
    aiIntervals: [
      [1, 262],
      [415, 533],
    ],
    raw: json,
  });
  expect(context.calls[0]).toMatchObject({
    path: '/ai/check',
    json: { input: 'Текст', model: 'GigaCheckDetection' },
  });
});

test('the classifier, which names no intervals, is read as well', async () => {
  const context = new ScriptedContext(() => ({ json: { category: 'human', ai_intervals: [[1], null] } }));
  const result = await new AiCheck(context).create({ input: 'Текст', model: 'GigaCheckClassification' });
  expect(result).toMatchObject({ category: 'human', characters: undefined, aiIntervals: [] });
  expect(context.calls[0]?.json).toMatchObject({ model: 'GigaCheckClassification' });
});

test('an answer without a category has an empty one', async () => {
  const context = new ScriptedContext(() => ({ json: {} }));
  expect((await new AiCheck(context).create({ input: 'Текст' })).category).toBe('');
});

test('an empty text is refused by name', async () => {
  const context = new ScriptedContext(() => ({ json: {} }));
  await expect(new AiCheck(context).create({ input: '' })).rejects.toMatchObject({ field: 'input' });
});
