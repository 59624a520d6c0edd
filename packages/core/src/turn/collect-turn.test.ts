import { expect, test } from 'vitest';
import { createTurnCollector } from './collect-turn.ts';
import type { TurnEvent } from './turn-event.ts';

const exchange = { request: { model: 'm' }, headers: { 'x-request-id': 'r' }, body: undefined };
const usage = { inputTokens: 1, cachedInputTokens: 0, outputTokens: 2, totalTokens: 3, raw: {} };
const end: TurnEvent = { type: 'turn-end', finish: { reason: 'stop', raw: 'stop' }, usage, carryOver: {} };
const block = (kind: 'text' | 'reasoning', blockId: string, ...texts: string[]): TurnEvent[] => [
  { type: `${kind}-start`, blockId },
  ...texts.map((text): TurnEvent => ({ type: `${kind}-delta`, blockId, text })),
  { type: `${kind}-end`, blockId },
];

function collect(...events: readonly TurnEvent[]) {
  const collector = createTurnCollector();
  for (const event of events) collector.add(event);
  return collector.result(exchange);
}

test('an answer of text alone is a message with a text', () => {
  const turn = collect(...block('text', '0', 'При', 'вет'), end);
  expect(turn.text).toBe('Привет');
  expect(turn.message).toEqual({ role: 'assistant', content: 'Привет' });
});

test('everything else keeps its order in the message, and the state of the server with it', () => {
  const call = { id: 'c', name: 'f', input: { a: 1 } };
  const turn = collect(
    { type: 'turn-start', model: 'm:1', requestId: 'r', createdAtMs: 5, warnings: [] },
    ...block('reasoning', '0', 'Хм.'),
    { type: 'file', file: { fileId: 'v', kind: 'video' } },
    ...block('text', '1', 'Вот.'),
    { type: 'tool-call', ...call },
    { ...end, carryOver: { toolStateId: 's', threadId: 't' } },
  );
  expect(turn).toMatchObject({
    model: 'm:1',
    requestId: 'r',
    createdAtMs: 5,
    reasoning: 'Хм.',
    text: 'Вот.',
    usage,
  });
  expect(turn.message).toEqual({
    role: 'assistant',
    content: [
      { type: 'reasoning', text: 'Хм.' },
      { type: 'file', fileId: 'v', mediaType: 'video/*' },
      { type: 'text', text: 'Вот.' },
      { type: 'tool-call', ...call },
    ],
    toolStateId: 's',
  });
  expect(turn.carryOver).toEqual({ toolStateId: 's', threadId: 't' });
});

test('sources, logprobs, unknown events and the exchange are there to look at', () => {
  const source = { id: '1', url: 'https://example.org' };
  const turn = collect(
    { type: 'source', source },
    { type: 'logprobs', logprobs: [1] },
    { type: 'logprobs', logprobs: [2] },
    { type: 'unknown', name: 'x', data: 1 },
    end,
  );
  expect(turn).toMatchObject({
    sources: [source],
    logprobs: [[1], [2]],
    unknown: [{ name: 'x' }],
    ...exchange,
  });
  expect(turn.message.content).toBe('');
});
