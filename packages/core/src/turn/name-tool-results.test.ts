import { expect, test } from 'vitest';
import { nameToolResults } from './name-tool-results.ts';
import type { TurnRequest } from './turn-request.ts';

const request: TurnRequest = {
  messages: [
    { role: 'user', content: 'Погода?' },
    { role: 'assistant', content: [{ type: 'tool-call', id: 'c1', name: 'weather', input: {} }] },
    { role: 'tool', content: [{ type: 'tool-result', toolCallId: 'c1', output: 'Солнечно' }] },
  ],
};

test('a result gets the name of the function it answers, and the request given is left as it was', () => {
  const before = structuredClone(request);
  expect(nameToolResults(request).messages[2]).toEqual({
    role: 'tool',
    content: [{ type: 'tool-result', toolCallId: 'c1', name: 'weather', output: 'Солнечно' }],
  });
  expect(request).toEqual(before);
});

test('a name that is given stays, and then nothing is copied', () => {
  const named: TurnRequest = {
    messages: [
      { role: 'tool', content: [{ type: 'tool-result', toolCallId: 'c1', name: 'other', output: 1 }] },
    ],
  };
  expect(nameToolResults(named)).toBe(named);
});
