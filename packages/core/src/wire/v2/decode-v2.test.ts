import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { decoded } from '../__fixtures__/decoded.ts';
import { createSseDecoder } from '../../sse/decode-sse.ts';
import type { JsonValue } from '../../turn/json.ts';
import { readToolCallId } from '../../turn/tool-call-id.ts';
import type { TurnDelta } from '../../turn/turn-delta.ts';
import type { DecodeContext } from '../dialect.ts';
import { v2Dialect } from './v2-dialect.ts';

const context: DecodeContext = {
  names: new Map(),
  structuredBy: undefined,
  expectsJson: false,
  newId: () => 'nonce1',
  includeRaw: false,
};
const fixture = (name: string) => readFileSync(new URL(`./__fixtures__/${name}`, import.meta.url));

function stream(name: string, overrides: Partial<DecodeContext> = {}): TurnDelta[] {
  const decoder = v2Dialect.createStreamDecoder({ ...context, ...overrides });
  const deltas = createSseDecoder()
    .push(fixture(name))
    .flatMap((message) => decoded(decoder, message));
  return [...deltas, ...decoded(decoder, 'end')];
}

const decode = (body: JsonValue, overrides: Partial<DecodeContext> = {}) =>
  v2Dialect.decode(body, { ...context, ...overrides });
const whole = (name: string) => decode(JSON.parse(fixture(name).toString()) as JsonValue);
const answer = (content: JsonValue, more: Record<string, JsonValue> = {}): JsonValue => ({
  model: 'GigaChat-3-Ultra:32.3.18.5',
  created_at: 1780321868,
  messages: [{ role: 'assistant', content }],
  finish_reason: 'stop',
  ...more,
});

const stateId = '019e8373-aaaa-7883-af60-000000000001';
const usage = {
  inputTokens: 88,
  cachedInputTokens: 0,
  outputTokens: 25,
  totalTokens: 113,
  raw: {
    input_tokens: 88,
    input_tokens_details: { prompt_tokens: 88, cached_tokens: 0 },
    output_tokens: 25,
    total_tokens: 113,
  },
};

test('text', () => {
  expect(stream('plain-text.sse')).toMatchObject([
    { type: 'model', model: 'GigaChat-3-Ultra:32.3.18.5', createdAt: 1780321864 },
    { type: 'text', text: '1, 2' },
    { type: 'text', text: ', 3.' },
    {
      type: 'end',
      finish: { reason: 'stop', raw: 'stop' },
      usage: { inputTokens: 19, totalTokens: 27 },
      carryOver: {},
    },
  ]);
  expect(whole('plain-text.json')).toMatchObject([
    { type: 'model' },
    { type: 'text', text: 'Привет!' },
    { type: 'end', usage },
  ]);
});

describe('a function call', () => {
  const expected = [
    { type: 'tool-call', name: 'get_rate', input: { pair: 'USD/RUB' } },
    {
      type: 'end',
      finish: { reason: 'tool-calls', raw: 'function_call' },
      usage,
      carryOver: { toolStateId: stateId },
    },
  ];

  test('in the last event of a stream, and in a whole answer', () => {
    expect(stream('function-call.sse').slice(1)).toMatchObject(expected);
    expect(whole('function-call.json').slice(1)).toMatchObject(expected);
  });

  test('in a delta, repeated at the end with its state, is one call', () => {
    const deltas = stream('function-call-in-delta.sse');
    expect(deltas.slice(1)).toMatchObject([{ type: 'text', text: 'Смотрю. ' }, ...expected]);
    const call = deltas.find((delta) => delta.type === 'tool-call');
    expect(readToolCallId(call?.id ?? '')).toEqual({ stateId, position: 0 });
  });

  test('twice the same in one message is two calls', () => {
    const call: JsonValue = { function_call: { name: 'roll_dice', arguments: {} } };
    const deltas = decode(answer([call, call], { finish_reason: 'function_call' }));
    expect(deltas.filter(({ type }) => type === 'tool-call')).toHaveLength(2);
  });

  test('several in one message have ids of their own', () => {
    const call = (n: number): JsonValue => ({
      function_call: { id: `server-${n}`, name: 'f', arguments: { n } },
    });
    const calls = decode(
      answer([call(1), call(2)], { finish_reason: 'function_call', tool_state_id: stateId }),
    ).filter((delta) => delta.type === 'tool-call');
    expect(calls.map(({ id }) => readToolCallId(id))).toEqual([
      { stateId, position: 0 },
      { stateId, position: 1 },
    ]);
  });
});

test('thoughts come as messages of their own', () => {
  expect(stream('reasoning.sse').slice(1, 4)).toEqual([
    { type: 'reasoning', text: 'Надо посчитать. ' },
    { type: 'reasoning', text: '2 + 2 = 4.' },
    { type: 'text', text: 'Будет ' },
  ]);
  expect(whole('reasoning.json').slice(1, 3)).toEqual([
    { type: 'reasoning', text: 'Надо посчитать.' },
    { type: 'text', text: 'Будет 4.' },
  ]);
});

describe('built-in tools', () => {
  test('a picture is a part before the text, with its type', () => {
    expect(stream('image.sse').slice(1, -1)).toEqual([
      { type: 'tool-progress', tool: 'image-generation', status: 'running', secondsLeft: 12 },
      { type: 'tool-progress', tool: 'image-generation', status: 'success' },
      {
        type: 'file',
        file: { fileId: 'b28fbd4f-0a7b-4b2d-8f6e-3f0c6f1f7d11', kind: 'image', mediaType: 'image/jpeg' },
      },
      { type: 'text', text: 'Вот ваш кот.' },
    ]);
  });

  test('sources are told apart from the text, whose marks stay', () => {
    const expected = [
      { type: 'source', source: { id: '1', url: 'https://example.org/a', title: 'A' } },
      { type: 'source', source: { id: '2', url: 'https://example.org/b', title: 'B' } },
    ];
    const deltas = stream('web-search.sse');
    expect(deltas.filter(({ type }) => type === 'source')).toEqual(expected);
    expect(deltas).toContainEqual({ type: 'text', text: '[sources=[2]].' });
    expect(whole('web-search.json').filter(({ type }) => type === 'source')).toEqual(expected);
  });

  test('a list of sources that comes again, longer, adds only what is new', () => {
    const part = (...ids: string[]): JsonValue => ({
      text: 'x',
      inline_data: {
        sources: Object.fromEntries(ids.map((id) => [id, { url: `https://example.org/${id}` }])),
      },
    });
    const sources = decode(answer([part('1'), part('1', '2')])).filter((delta) => delta.type === 'source');
    expect(sources.map(({ source }) => source.id)).toEqual(['1', '2']);
  });

  test.each([
    ['response.tool.started', {}, 'running'],
    ['response.tool.failed', {}, 'fail'],
    ['response.tool.completed', { status: 'fail' }, 'fail'],
    ['response.tool.completed', {}, 'success'],
  ])('%s with %j is %s', (event, execution, status) => {
    const data = {
      messages: [{ role: 'assistant', content: [{ tool_execution: { name: 'web_search', ...execution } }] }],
    };
    const decoder = v2Dialect.createStreamDecoder(context);
    expect(decoded(decoder, { event, data: JSON.stringify(data) })).toContainEqual({
      type: 'tool-progress',
      tool: 'web-search',
      status,
    });
  });

  test('a result that was filtered says so', () => {
    const part = { tool_execution: { name: 'image_generate', status: 'fail', censored: true } };
    expect(decode(answer([part]))[1]).toEqual({
      type: 'tool-progress',
      tool: 'image-generation',
      status: 'fail',
      censored: true,
    });
  });
});

describe('what this version does not know is kept', () => {
  test('an event by another name', () => {
    const decoder = v2Dialect.createStreamDecoder(context);
    expect(decoded(decoder, { event: 'response.audio.delta', data: '{"a":1}' })).toEqual([
      { type: 'unknown', name: 'response.audio.delta', data: { a: 1 } },
    ]);
    expect(decoded(decoder, { event: 'ping', data: 'now' })).toEqual([
      { type: 'unknown', name: 'ping', data: 'now' },
    ]);
  });

  test('a part, inline data and additional data by another name', () => {
    const body = answer(
      [{ hologram: { id: 1 } }, { text: 'x', inline_data: { images: [], widgets: [{ w: 1 }] } }],
      {
        additional_data: { execution_steps: [] },
      },
    );
    expect(decode(body).filter(({ type }) => type === 'unknown')).toEqual([
      { type: 'unknown', name: 'hologram', data: { id: 1 } },
      { type: 'unknown', name: 'inline_data.widgets', data: [{ w: 1 }] },
      { type: 'unknown', name: 'additional_data', data: { execution_steps: [] } },
    ]);
  });
});

describe('the end of a stream', () => {
  const push = (decoder: ReturnType<typeof v2Dialect.createStreamDecoder>, event: string, body: object) =>
    decoded(decoder, { event, data: JSON.stringify(body) });

  test('that says the whole text once more says it once', () => {
    const decoder = v2Dialect.createStreamDecoder(context);
    const message = (text: string) => ({ messages: [{ role: 'assistant', content: [{ text }] }] });
    push(decoder, 'response.message.delta', message('Раз, '));
    push(decoder, 'response.message.delta', message('два'));
    const last = push(decoder, 'response.message.done', { ...message('Раз, два'), finish_reason: 'stop' });
    expect(last.map(({ type }) => type)).toEqual(['end']);
  });

  test('that brings the last of the text brings it', () => {
    const decoder = v2Dialect.createStreamDecoder(context);
    const message = (text: string) => ({ messages: [{ role: 'assistant', content: [{ text }] }] });
    push(decoder, 'response.message.delta', message('Раз, '));
    const last = push(decoder, 'response.message.done', { ...message('два'), finish_reason: 'stop' });
    expect(last[0]).toEqual({ type: 'text', text: 'два' });
  });

  test('an error event is an error with its status', () => {
    const decoder = v2Dialect.createStreamDecoder(context);
    const error = expect.objectContaining({ kind: 'stream', reason: 'server-error', status: 503 }) as Error;
    expect(() => push(decoder, 'response.error', { error: { status: 503, message: 'нет мест' } })).toThrow(
      error,
    );
  });
});

test.each([
  ['request_blacklist', 'content-filter'],
  ['request_whitelist', 'content-filter'],
  ['request_filter', 'content-filter'],
  ['response_blacklist', 'content-filter'],
  ['function_call_error', 'error'],
])('the finish reason %s is ours as %s', (raw, reason) => {
  expect(decode(answer([{ text: 'x' }], { finish_reason: raw })).at(-1)).toMatchObject({
    finish: { reason, raw },
  });
});

test.each([
  ['outside of', { input_tokens: 20, input_tokens_details: { prompt_tokens: 20, cached_tokens: 80 } }],
  ['inside', { input_tokens: 100, input_tokens_details: { prompt_tokens: 20, cached_tokens: 80 } }],
])('cached tokens are counted once, whether they are %s the input tokens', (_name, counts) => {
  expect(
    decode(answer([{ text: 'x' }], { usage: { ...counts, output_tokens: 5, total_tokens: 25 } })).at(-1),
  ).toMatchObject({
    usage: { inputTokens: 100, cachedInputTokens: 80, totalTokens: 105 },
  });
});

test.each<[string, JsonValue]>([
  ['content as a text', answer('Привет')],
  ['a time as a text', { ...(answer([{ text: 'Привет' }]) as object), created_at: '1780321868' }],
])('an answer of a slightly other shape is read all the same: %s', (_name, body) => {
  expect(decode(body).slice(0, 2)).toEqual([
    { type: 'model', model: 'GigaChat-3-Ultra:32.3.18.5', createdAt: 1780321868 },
    { type: 'text', text: 'Привет' },
  ]);
});

test.each<[string, JsonValue]>([
  ['an object that is no answer', { ok: true }],
  ['an answer without a finish reason', { messages: [] }],
])('what is no answer is an error: %s', (_name, body) => {
  expect(() => decode(body)).toThrow(
    expect.objectContaining({ kind: 'stream', reason: 'malformed' }) as Error,
  );
});

test('thoughts in a tag and sources on the message itself are read here too', () => {
  const body: JsonValue = {
    model: 'm',
    messages: [
      {
        role: 'assistant',
        content: [
          '<think>Хм.</think>',
          { text: 'Да.' },
          { logprobs: [{ p: 1 }] },
          { files: [{ id: 'f', target: '3dmodel' }, {}] },
        ],
        inline_data: { sources: { '1': { url: 'https://example.org' }, '2': {} } },
      },
    ],
    finish_reason: 'stop',
  };
  expect(decode(body).slice(1, -1)).toEqual([
    { type: 'reasoning', text: 'Хм.' },
    { type: 'text', text: 'Да.' },
    { type: 'logprobs', logprobs: [{ p: 1 }] },
    { type: 'file', file: { fileId: 'f', kind: 'model-3d' } },
    { type: 'source', source: { id: '1', url: 'https://example.org' } },
  ]);
});

test('a [DONE] that a gateway adds ends a stream as well as its own event does', () => {
  const decoder = v2Dialect.createStreamDecoder(context);
  const delta = { model: 'm', messages: [{ role: 'assistant', content: [{ text: 'x' }] }] };
  decoded(decoder, { event: 'response.message.delta', data: JSON.stringify(delta) });
  expect(decoder.isComplete()).toBe(false);
  expect(decoded(decoder, { data: '[DONE]' })).toMatchObject([
    { type: 'end', finish: { reason: 'other', raw: undefined } },
  ]);
  expect(decoder.isDone() && decoder.isComplete()).toBe(true);
  expect(decoded(decoder, { event: 'response.message.delta', data: '{}' })).toEqual([]);
});
