import { array, assert, constantFrom, property } from 'fast-check';
import { expect, test } from 'vitest';
import { createBlockBracketer } from './bracket-blocks.ts';
import type { TurnDelta } from './turn-delta.ts';
import type { TurnEvent } from './turn-event.ts';

const noUsage = {
  inputTokens: undefined,
  cachedInputTokens: undefined,
  outputTokens: undefined,
  totalTokens: undefined,
  raw: undefined,
};
const end: TurnDelta = {
  type: 'end',
  finish: { reason: 'stop', raw: 'stop' },
  usage: noUsage,
  carryOver: {},
};

function bracket(...deltas: readonly TurnDelta[]): TurnEvent[] {
  const events: TurnEvent[] = [];
  createBlockBracketer({ model: 'asked-for', requestId: 'r', warnings: [] }).push(deltas, events);
  return events;
}

test('a block opens at the first delta of its kind and closes before anything else comes', () => {
  const events = bracket(
    { type: 'model', model: 'GigaChat-2:1', createdAt: 2 },
    { type: 'reasoning', text: 'a' },
    { type: 'text', text: 'b' },
    { type: 'text', text: 'c' },
    { type: 'tool-call', id: 'i', name: 'f', input: {} },
    { type: 'text', text: 'd' },
    end,
  );
  expect(events.map((event) => ('blockId' in event ? `${event.type} ${event.blockId}` : event.type))).toEqual(
    [
      'turn-start',
      'reasoning-start 0',
      'reasoning-delta 0',
      'reasoning-end 0',
      'text-start 1',
      'text-delta 1',
      'text-delta 1',
      'text-end 1',
      'tool-call',
      'text-start 2',
      'text-delta 2',
      'text-end 2',
      'turn-end',
    ],
  );
  expect(events[0]).toEqual({
    type: 'turn-start',
    model: 'GigaChat-2:1',
    requestId: 'r',
    createdAtMs: 2000,
    warnings: [],
  });
});

test('a source, logprobs or an unknown event does not part the text it speaks of', () => {
  const events = bracket(
    { type: 'text', text: 'a' },
    { type: 'source', source: { id: '1', url: 'https://example.org' } },
    { type: 'text', text: 'b' },
    end,
  );
  expect(events.filter((event) => event.type === 'text-start')).toHaveLength(1);
});

test('where the server names no model, the one asked for stands', () => {
  expect(bracket({ type: 'model', model: '', createdAt: undefined })[0]).toMatchObject({
    model: 'asked-for',
  });
});

test('whatever the deltas, blocks are properly nested and at most one is open', () => {
  const delta = constantFrom<TurnDelta>(
    { type: 'text', text: 'a' },
    { type: 'reasoning', text: 'b' },
    { type: 'raw', value: {} },
    { type: 'tool-progress', tool: 'web-search', status: 'running' },
    { type: 'logprobs', logprobs: [] },
    { type: 'file', file: { fileId: 'f', kind: 'image' } },
    { type: 'unknown', name: 'x', data: null },
  );
  assert(
    property(array(delta), (deltas) => {
      const blocks = bracket(...deltas, end).map((event) =>
        'blockId' in event ? `${event.type.split('-')[1] ?? ''}${event.blockId}` : 'other',
      );
      expect(blocks.join(' ')).toMatch(/^(?:other|start(\d+)(?: other)*(?: delta\1(?: other)*)+ end\1| )*$/);
    }),
  );
});
