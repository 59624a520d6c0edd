import { array, assert, constantFrom, property, string } from 'fast-check';
import { expect, test } from 'vitest';
import { createStopCutter } from './stop-at.ts';
import { createDeltaStopper } from './stop-deltas.ts';
import type { TurnDelta } from './turn-delta.ts';

function cut(pieces: readonly string[], stops: readonly string[]) {
  const cutter = createStopCutter(stops);
  const shown = pieces.map((piece) => cutter.push(piece)).join('') + cutter.end();
  return { shown, isStopped: cutter.isStopped() };
}

test.each<[string, string[], string[], string]>([
  ['in one piece', ['Раз. СТОП два'], ['СТОП'], 'Раз. '],
  ['across pieces', ['Раз. СТ', 'О', 'П два'], ['СТОП'], 'Раз. '],
  ['at the very start', ['СТОП'], ['СТОП'], ''],
  ['the earliest of several', ['a2b1c'], ['1', '2'], 'a'],
  ['of which another is complete before', ['ab', 'c'], ['abc', 'b'], 'a'],
  ['of which another is complete before, in one piece', ['abc'], ['abc', 'b'], 'a'],
  ['after a false start', ['ab', 'aab', 'aac'], ['abaac'], 'aba'],
])('a stop text is found %s', (_name, pieces, stops, shown) => {
  expect(cut(pieces, stops)).toEqual({ shown, isStopped: true });
});

test('what may yet become a stop text is held back no longer than needed', () => {
  const cutter = createStopCutter(['СТОП']);
  expect(cutter.push('Раз. СТ')).toBe('Раз. ');
  expect(cutter.push('уки')).toBe('СТуки');
  expect(cutter.end()).toBe('');
});

test('however a text is cut, it ends where the whole text would', () => {
  const letter = constantFrom('a', 'b', 'c');
  assert(
    property(
      array(string({ unit: letter, maxLength: 6 })),
      array(string({ unit: letter, maxLength: 4 })),
      (pieces, stops) => {
        const text = pieces.join('');
        // Letter by letter: the first place at which the text so far ends with a stop text, the longest of those that fit.
        const wanted = stops
          .filter((stop) => stop !== '')
          .toSorted((one, other) => other.length - one.length);
        let expected = text;
        let isStopped = false;
        for (let end = 1; end <= text.length && !isStopped; end += 1) {
          const met = wanted.find((stop) => text.slice(0, end).endsWith(stop));
          if (met === undefined) continue;
          isStopped = true;
          expected = text.slice(0, end - met.length);
        }
        expect(cut(pieces, stops)).toEqual({ shown: expected, isStopped });
      },
    ),
    { numRuns: 1_000 },
  );
});

test('a whole answer that is cut keeps what it cost, and loses the calls after the stop text', () => {
  const usage = { inputTokens: 1, cachedInputTokens: 0, outputTokens: 2, totalTokens: 3, raw: {} };
  const deltas: TurnDelta[] = [
    { type: 'text', text: 'Раз СТОП' },
    { type: 'tool-call', id: 'c', name: 'f', input: {} },
    {
      type: 'end',
      finish: { reason: 'tool-calls', raw: 'function_call' },
      usage,
      carryOver: { threadId: 't' },
    },
  ];
  expect(createDeltaStopper(['СТОП']).push(deltas)).toEqual([
    { type: 'text', text: 'Раз ' },
    { type: 'end', finish: { reason: 'stop', raw: 'function_call' }, usage, carryOver: { threadId: 't' } },
  ]);
});

test('text held back comes before the call that follows it', () => {
  const stopper = createDeltaStopper(['СТОП']);
  const call: TurnDelta = { type: 'tool-call', id: 'c', name: 'f', input: {} };
  expect(stopper.push([{ type: 'text', text: 'Раз СТ' }, call])).toEqual([
    { type: 'text', text: 'Раз ' },
    { type: 'text', text: 'СТ' },
    call,
  ]);
});
