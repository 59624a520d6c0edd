import { assert, array, constantFrom, oneof, property, record } from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Message } from './message.ts';
import { normalizeHistory } from './normalize-history.ts';
import { makeToolCallId } from './tool-call-id.ts';

const normalize = (messages: readonly Message[], mergeNeighbours = true) =>
  normalizeHistory(messages, { mergeNeighbours });

const call = (id: string, name = 'f') => ({ type: 'tool-call', id, name, input: { a: 1 } }) as const;
const result = (toolCallId: string, output: string | number | { r: number } = { r: 1 }) =>
  ({ type: 'tool-result', toolCallId, output }) as const;

describe('system messages', () => {
  test('several are merged into one, first, and those in the middle with a warning', () => {
    const { entries, warnings } = normalize([
      { role: 'system', content: 'Кратко.' },
      { role: 'system', content: [{ type: 'text', text: 'По-русски.' }] },
      { role: 'user', content: 'Привет' },
      { role: 'system', content: 'Стихами.' },
    ]);
    expect(entries[0]).toEqual({ role: 'system', text: 'Кратко.\n\nПо-русски.\n\nСтихами.' });
    expect(entries).toHaveLength(2);
    expect(warnings).toMatchObject([{ type: 'changed', field: 'messages[3]' }]);
  });
});

describe('neighbours of one role', () => {
  const twice: Message[] = [
    { role: 'user', content: 'Раз' },
    {
      role: 'user',
      content: [
        { type: 'text', text: 'Два' },
        { type: 'file', fileId: 'f1' },
      ],
    },
  ];

  test('are merged with a blank line, files together', () => {
    expect(normalize(twice).entries).toEqual([
      { role: 'user', text: 'Раз\n\nДва', files: [{ type: 'file', fileId: 'f1' }] },
    ]);
  });

  test('stay apart when the server is told not to normalise', () => {
    expect(normalize(twice, false).entries).toHaveLength(2);
  });

  test('of the model are merged too, the call staying last', () => {
    const { entries } = normalize([
      { role: 'user', content: 'x' },
      { role: 'assistant', content: 'Сейчас.' },
      { role: 'assistant', content: [{ type: 'text', text: 'Смотрю.' }, call('c1')] },
      { role: 'tool', content: [result('c1')] },
    ]);
    expect(entries.map((entry) => entry.role)).toEqual(['user', 'assistant', 'tool']);
    expect(entries[1]).toMatchObject({ text: 'Сейчас.\n\nСмотрю.', call: { name: 'f' } });
  });
});

describe('calls and results', () => {
  test('parallel calls become pairs of one call and its result, each with its own state', () => {
    const first = makeToolCallId({ stateId: 'state-1', position: 0 }, 'aaaaaa');
    const second = makeToolCallId({ stateId: 'state-1', position: 1 }, 'aaaaaa');
    const { entries, warnings } = normalize([
      { role: 'user', content: 'x' },
      { role: 'assistant', content: [{ type: 'text', text: 'Оба.' }, call(first, 'f'), call(second, 'g')] },
      { role: 'tool', content: [result(second, { r: 2 }), result(first)] },
    ]);
    expect(entries.slice(1)).toEqual([
      {
        role: 'assistant',
        text: 'Оба.',
        files: [],
        toolStateId: 'state-1',
        call: { name: 'f', input: { a: 1 } },
      },
      { role: 'tool', name: 'f', result: { r: 1 }, toolStateId: 'state-1' },
      {
        role: 'assistant',
        text: '',
        files: [],
        toolStateId: 'state-1',
        call: { name: 'g', input: { a: 1 } },
      },
      { role: 'tool', name: 'g', result: { r: 2 }, toolStateId: 'state-1' },
    ]);
    expect(warnings).toEqual([]);
  });

  test('a call without a result is left out with a warning; the text beside it stays', () => {
    const { entries, warnings } = normalize([
      { role: 'user', content: 'x' },
      { role: 'assistant', content: [{ type: 'text', text: 'Смотрю.' }, call('c1')], toolStateId: 's' },
      { role: 'user', content: 'Не надо' },
    ]);
    expect(entries[1]).toEqual({
      role: 'assistant',
      text: 'Смотрю.',
      files: [],
      toolStateId: undefined,
      call: undefined,
    });
    expect(warnings).toMatchObject([{ field: 'messages[1]' }]);
  });

  test('an id that a framework uses again in every turn pairs each call with its own result', () => {
    const { entries, warnings } = normalize([
      { role: 'user', content: 'x' },
      { role: 'assistant', content: [call('call_0', 'f')] },
      { role: 'tool', content: [result('call_0', { r: 1 })] },
      { role: 'assistant', content: [call('call_0', 'g')] },
      { role: 'tool', content: [result('call_0', { r: 2 })] },
    ]);
    expect(entries.filter((entry) => entry.role === 'tool')).toMatchObject([
      { name: 'f', result: { r: 1 } },
      { name: 'g', result: { r: 2 } },
    ]);
    expect(warnings).toEqual([]);
  });

  test('a result that stands before its call answers nothing', () => {
    const { entries, warnings } = normalize([
      { role: 'user', content: 'x' },
      { role: 'tool', content: [result('c1')] },
      { role: 'assistant', content: [call('c1')] },
    ]);
    expect(entries.map(({ role }) => role)).toEqual(['user']);
    expect(warnings.map(({ field }) => field)).toEqual(['messages[2]', 'messages[1]']);
  });

  test('a result without a call, and a second result of one call, are left out with a warning', () => {
    const { entries, warnings } = normalize([
      { role: 'user', content: 'x' },
      { role: 'tool', content: [result('nobody')] },
      { role: 'assistant', content: [call('c1')] },
      { role: 'tool', content: [result('c1'), result('c1', { r: 9 })] },
    ]);
    expect(entries.filter((entry) => entry.role === 'tool')).toHaveLength(1);
    expect(warnings.map(({ field }) => field)).toEqual(['messages[1]', 'messages[3]']);
  });

  test.each<[string, Parameters<typeof result>[1], object]>([
    ['an object is sent as it is', { r: 1 }, { r: 1 }],
    ['text that holds a JSON object is that object, not text in text', '{"temp":5}', { temp: 5 }],
    ['plain text is wrapped', 'Солнечно', { result: 'Солнечно' }],
    ['a list is wrapped', '[1,2]', { result: [1, 2] }],
    ['a number is wrapped', 7, { result: 7 }],
    ['text that only looks like JSON is text', '{oops', { result: '{oops' }],
  ])('results are objects: %s', (_name, output, expected) => {
    const { entries } = normalize([
      { role: 'assistant', content: [call('c1')] },
      { role: 'tool', content: [result('c1', output)] },
    ]);
    expect(entries[1]).toMatchObject({ result: expected });
  });

  test('a failed call says so', () => {
    const { entries } = normalize([
      { role: 'assistant', content: [call('c1')] },
      { role: 'tool', content: [{ ...result('c1', 'нет сети'), isError: true }] },
    ]);
    expect(entries[1]).toMatchObject({ result: { error: 'нет сети' } });
  });
});

test('whatever the history, calls and results come out in pairs, and a system message only first', () => {
  const id = constantFrom('a', 'b', 'c');
  const message = oneof(
    record({ role: constantFrom('system' as const, 'user' as const), content: constantFrom('', 'текст') }),
    record({
      role: constantFrom('assistant' as const),
      content: array(
        id.map((one) => call(one)),
        { maxLength: 3 },
      ),
    }),
    record({
      role: constantFrom('tool' as const),
      content: array(
        id.map((one) => result(one)),
        { maxLength: 3 },
      ),
    }),
  );
  assert(
    property(array(message, { maxLength: 10 }), (messages) => {
      const { entries } = normalize(messages);
      entries.forEach((entry, index) => {
        const next = entries[index + 1];
        const previous = entries[index - 1];
        expect(entry.role === 'system' && index > 0).toBe(false);
        expect(entry.role === 'assistant' && entry.call !== undefined).toBe(next?.role === 'tool');
        expect(entry.role === 'tool' && previous?.role !== 'assistant').toBe(false);
        expect(entry.role === 'user' && previous?.role === 'user').toBe(false);
      });
    }),
  );
});
