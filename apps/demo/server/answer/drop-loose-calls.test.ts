import type { UIMessage } from 'ai';
import { expect, test } from 'vitest';
import { dropLooseCalls } from './drop-loose-calls.ts';

const input = { left: 1 };
const done = {
  type: 'tool-calculate',
  toolCallId: 'a',
  state: 'output-available',
  input,
  output: 1,
} as const;
const cutOff = { type: 'tool-calculate', toolCallId: 'b', state: 'input-available', input } as const;
const onTheServer = { ...done, toolCallId: 'c', providerExecuted: true } as const;
const text = { type: 'text', text: 'Готово.' } as const;

test('calls with a result stay, calls cut off and calls of the server go', () => {
  const message: UIMessage = {
    id: '1',
    role: 'assistant',
    parts: [onTheServer, done, cutOff, text],
  };
  expect(dropLooseCalls([message])).toEqual([{ ...message, parts: [done, text] }]);
});
