import { array, assert, constantFrom, integer, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Message } from './message.ts';
import { trimHistoryByMessages, trimHistoryByTokens } from './trim-history.ts';

const user = (content: string): Message => ({ role: 'user', content });
const assistant = (content: string): Message => ({ role: 'assistant', content });
const call: Message = {
  role: 'assistant',
  content: [{ type: 'tool-call', id: 'c1', name: 'f', input: { a: 1 } }],
};
const result: Message = {
  role: 'tool',
  content: [{ type: 'tool-result', toolCallId: 'c1', output: { r: 1 } }],
};
const system: Message = { role: 'system', content: 'Кратко.' };

describe('by messages', () => {
  test('the newest stay, and the system message with them', () => {
    const history = [system, user('1'), assistant('2'), user('3'), assistant('4'), user('5')];
    expect(trimHistoryByMessages(history, 4)).toEqual([system, user('3'), assistant('4'), user('5')]);
  });

  test('a history that fits stays whole', () => {
    const history = [system, user('1'), assistant('2')];
    expect(trimHistoryByMessages(history, 3)).toEqual(history);
  });

  test('a call and its results stay or go together', () => {
    const history = [user('1'), call, result, assistant('2'), user('3')];
    expect(trimHistoryByMessages(history, 4)).toEqual([user('3')]);
    expect(trimHistoryByMessages(history, 5)).toEqual(history);
  });

  test('the question stays while its agent is at work, however long that is', () => {
    const history = [user('старое'), assistant('ответ'), user('вопрос'), call, result, call, result];
    expect(trimHistoryByMessages(history, 3)).toEqual([user('вопрос'), call, result]);
  });

  test('what is older than the first that does not fit goes too: a gap confuses more than an end', async () => {
    const long = user('очень длинное сообщение');
    const history = [user('1'), assistant('2'), long, assistant('4'), user('5')];
    const byLength = (texts: readonly string[]) => texts.map((text) => text.length);
    expect(await trimHistoryByTokens(history, 15 + 10, byLength)).toEqual([user('5')]);
  });

  test('what stays begins with a user message: an answer without its question says nothing', () => {
    const history = [user('1'), assistant('2'), user('3')];
    expect(trimHistoryByMessages(history, 2)).toEqual([user('3')]);
  });
});

describe('by tokens', () => {
  test('texts are counted in one call, calls and results included', async () => {
    const seen: (readonly string[])[] = [];
    const history = [system, user('раз два'), call, result, user('три')];
    const trimmed = await trimHistoryByTokens(history, 1000, (texts) => {
      seen.push(texts);
      return texts.map((text) => text.length);
    });
    expect(trimmed).toEqual(history);
    expect(seen).toEqual([['Кратко.', 'раз два', 'f\n{"a":1}', '{"r":1}', 'три']]);
  });

  test('the budget covers what the template of a prompt costs', async () => {
    const history = [user('1'), assistant('2'), user('3')];
    const ten = (texts: readonly string[]) => texts.map(() => 10);
    expect(await trimHistoryByTokens(history, 45, ten)).toEqual(history);
    expect(await trimHistoryByTokens(history, 44, ten)).toEqual([user('3')]);
  });

  test('an empty history asks nobody', async () => {
    expect(await trimHistoryByTokens([], 10, () => Promise.reject(new Error('asked')))).toEqual([]);
  });
});

test('whatever is trimmed, no result loses its call and no system message is lost', () => {
  const unit = constantFrom([user('u')], [assistant('a')], [call, result], [call, result, result]);
  assert(
    property(array(unit), integer({ min: 0, max: 12 }), (units, max) => {
      const trimmed = trimHistoryByMessages([system, ...units.flat()], max);
      expect(trimmed[0]).toBe(system);
      trimmed.forEach((message, index) => {
        expect(message.role === 'tool' && trimmed[index - 1] !== call && trimmed[index - 1] !== result).toBe(
          false,
        );
        expect(message === call && trimmed[index + 1] !== result).toBe(false);
      });
    }),
  );
});
