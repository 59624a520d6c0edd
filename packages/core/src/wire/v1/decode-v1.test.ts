import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { decoded } from '../__fixtures__/decoded.ts';
import { createSseDecoder } from '../../sse/decode-sse.ts';
import type { JsonValue } from '../../turn/json.ts';
import { readToolCallId } from '../../turn/tool-call-id.ts';
import type { TurnDelta } from '../../turn/turn-delta.ts';
import type { DecodeContext } from '../dialect.ts';
import { v1Dialect } from './v1-dialect.ts';

const context: DecodeContext = {
  names: new Map(),
  structuredBy: undefined,
  expectsJson: false,
  newId: () => 'nonce1',
  includeRaw: false,
};
const fixture = (name: string) => readFileSync(new URL(`./__fixtures__/${name}`, import.meta.url));

function stream(name: string, overrides: Partial<DecodeContext> = {}): TurnDelta[] {
  const decoder = v1Dialect.createStreamDecoder({ ...context, ...overrides });
  const deltas = createSseDecoder()
    .push(fixture(name))
    .flatMap((message) => decoded(decoder, message));
  return [...deltas, ...decoded(decoder, 'end')];
}

const decode = (body: JsonValue, overrides: Partial<DecodeContext> = {}) =>
  v1Dialect.decode(body, { ...context, ...overrides });
const whole = (name: string, overrides: Partial<DecodeContext> = {}) =>
  decode(JSON.parse(fixture(name).toString()) as JsonValue, overrides);

const answer = (message: JsonValue, finish = 'stop'): JsonValue => ({
  choices: [{ message, index: 0, finish_reason: finish }],
  created: 1768996171,
  model: 'GigaChat-2:2.0.28.2',
  object: 'chat.completion',
});

const stateId = '019b7a10-5c2e-7d41-9f0a-2b1c3d4e5f60';
const usage = {
  inputTokens: 133,
  cachedInputTokens: 2,
  outputTokens: 24,
  totalTokens: 157,
  raw: { prompt_tokens: 131, completion_tokens: 24, total_tokens: 155, precached_prompt_tokens: 2 },
};
const model = { type: 'model', model: 'GigaChat-2-Max:2.0.30.01', createdAt: 1768996176 };
const rateCall = { type: 'tool-call', name: 'get_rate', input: { pair: 'USD/RUB' } };

test('text', () => {
  expect(stream('plain-text.sse')).toEqual([
    { type: 'model', model: 'GigaChat:2.0.28.2', createdAt: 1768996176 },
    { type: 'text', text: 'Раз, два' },
    { type: 'text', text: ', три.' },
    {
      type: 'end',
      finish: { reason: 'stop', raw: 'stop' },
      usage: {
        inputTokens: 19,
        cachedInputTokens: 2,
        outputTokens: 9,
        totalTokens: 28,
        raw: { prompt_tokens: 17, completion_tokens: 9, total_tokens: 26, precached_prompt_tokens: 2 },
      },
      carryOver: {},
    },
  ]);
});

describe('a function call', () => {
  test.each(['function-call.sse', 'function-call-same-event.sse'])('in a stream, %s', (name) => {
    expect(stream(name)).toMatchObject([
      model,
      rateCall,
      {
        type: 'end',
        finish: { reason: 'tool-calls', raw: 'function_call' },
        usage,
        carryOver: { toolStateId: stateId },
      },
    ]);
  });

  test('in a whole answer gives the same deltas as in a stream', () => {
    expect(whole('function-call.json').slice(1)).toEqual(stream('function-call-same-event.sse').slice(1));
  });

  test('has an id that carries the state of the server', () => {
    const call = stream('function-call.sse').find((delta) => delta.type === 'tool-call');
    expect(readToolCallId(call?.id ?? '')).toEqual({ stateId, position: 0 });
  });

  test('gets the name back that the caller gave', () => {
    const names = new Map([['get_rate', 'курс']]);
    expect(stream('function-call.sse', { names })[1]).toMatchObject({ name: 'курс' });
  });

  test.each<[string, JsonValue, object]>([
    ['an object', { a: 1 }, { input: { a: 1 } }],
    ['an empty object', {}, { input: {} }],
    ['text that holds an object', '{"a":1}', { input: { a: 1 } }],
    ['empty text', '', { input: {} }],
    ['text that is no JSON', '{"a":', { input: {}, inputText: '{"a":' }],
  ])('with arguments as %s', (_name, args, expected) => {
    const deltas = decode(
      answer(
        { role: 'assistant', content: '', function_call: { name: 'f', arguments: args } },
        'function_call',
      ),
    );
    expect(deltas[1]).toMatchObject({ type: 'tool-call', name: 'f', ...expected });
  });

  test('comes after the text before it, and with its state when that is told later', () => {
    const decoder = v1Dialect.createStreamDecoder(context);
    const push = (delta: JsonValue, more: object = {}) =>
      decoded(decoder, { data: JSON.stringify({ choices: [{ delta, index: 0, ...more }], model: 'm' }) });
    expect(
      push({ content: 'Смотрю', function_call: { name: 'f', arguments: {} } }).map(({ type }) => type),
    ).toEqual(['model', 'text']);
    expect(
      push({ content: '', functions_state_id: stateId }, { finish_reason: 'function_call' }),
    ).toMatchObject([{ type: 'tool-call' }]);
  });

  test('whose arguments come as text in pieces is put together', () => {
    const decoder = v1Dialect.createStreamDecoder(context);
    const push = (call: JsonValue) =>
      decoded(decoder, {
        data: JSON.stringify({
          choices: [{ delta: { function_call: call, functions_state_id: stateId }, index: 0 }],
          model: 'm',
        }),
      });
    const pieces = [
      push({ name: 'f', arguments: '{"a"' }),
      push({ arguments: ': 1' }),
      push({ arguments: '}' }),
    ];
    expect(pieces.flat().filter(({ type }) => type === 'tool-call')).toMatchObject([
      { name: 'f', input: { a: 1 } },
    ]);
  });
});

describe('thoughts', () => {
  test('in a field of their own', () => {
    expect(stream('reasoning.sse').slice(1, 5)).toEqual([
      { type: 'reasoning', text: 'Надо посчитать. ' },
      { type: 'reasoning', text: '2 + 2 = 4.' },
      { type: 'text', text: 'Будет ' },
      { type: 'text', text: '4: ": ".' },
    ]);
  });

  test('in a tag within the text, cut anywhere', () => {
    expect(stream('think-tag.sse').slice(1, -1)).toEqual([
      { type: 'reasoning', text: 'Надо посчитать.' },
      { type: 'text', text: 'Будет 4.' },
    ]);
  });
});

describe('a picture', () => {
  test('in a stream: its countdown is progress, its tag a file, the rest text', () => {
    expect(stream('image.sse').slice(1)).toMatchObject([
      { type: 'tool-progress', tool: 'image-generation', status: 'running', secondsLeft: 15 },
      { type: 'tool-progress', tool: 'image-generation', status: 'running', secondsLeft: 7 },
      { type: 'tool-progress', tool: 'image-generation', status: 'success' },
      { type: 'text', text: 'Готово: ' },
      { type: 'file', file: { fileId: 'b28fbd4f-0a7b-4b2d-8f6e-3f0c6f1f7d11', kind: 'image' } },
      { type: 'text', text: 'Вот ваш кот, 2 < 3.' },
      { type: 'end', finish: { reason: 'stop' }, carryOver: { toolStateId: stateId } },
    ]);
  });

  test('in a whole answer', () => {
    expect(whole('image.json').slice(1, 3)).toEqual([
      { type: 'file', file: { fileId: 'b28fbd4f-0a7b-4b2d-8f6e-3f0c6f1f7d11', kind: 'image' } },
      { type: 'text', text: 'Вот ваш кот.' },
    ]);
  });

  test('made by the 3D tool is a 3D model, though its tag is that of a picture', () => {
    const decoder = v1Dialect.createStreamDecoder(context);
    const push = (delta: JsonValue) =>
      decoded(decoder, { data: JSON.stringify({ choices: [{ delta, index: 0 }], model: 'm' }) });
    push({ role: 'function_in_progress', content: '9', name: 'text2model3d' });
    expect(
      push({ content: '<img src="b28fbd4f-0a7b-4b2d-8f6e-3f0c6f1f7d11" fuse="true"/>' }).at(-1),
    ).toMatchObject({
      type: 'file',
      file: { kind: 'model-3d' },
    });
  });
});

describe('structured output', () => {
  test('comes as it is', () => {
    expect(whole('json-schema.json', { expectsJson: true })[1]).toEqual({
      type: 'text',
      text: '{\n    "n": 3\n}',
    });
  });

  test('loses the fence that older models put around it, but only where JSON was asked for', () => {
    const fenced = answer({ role: 'assistant', content: '```json\n{"n": 3}\n```' });
    expect(decode(fenced, { expectsJson: true })[1]).toEqual({ type: 'text', text: '{"n": 3}' });
    expect(decode(fenced)[1]).toEqual({ type: 'text', text: '```json\n{"n": 3}\n```' });
  });

  test('through a function is text, and an ordinary end', () => {
    const deltas = stream('function-call.sse', { structuredBy: { wireName: 'get_rate', isWrapped: false } });
    expect(deltas.slice(1)).toMatchObject([
      { type: 'text', text: '{"pair":"USD/RUB"}' },
      { type: 'end', finish: { reason: 'stop', raw: 'function_call' } },
    ]);
  });

  test('through a function is unwrapped when its root was no object', () => {
    const call = { name: 'g', arguments: { value: ['a', 'b'] } };
    const body = answer({ role: 'assistant', content: '', function_call: call }, 'function_call');
    expect(decode(body, { structuredBy: { wireName: 'g', isWrapped: true } })[1]).toEqual({
      type: 'text',
      text: '["a","b"]',
    });
  });
});

test('a run of a thread reports usage with every chunk, and it adds up', () => {
  expect(stream('thread-run.sse').at(-1)).toMatchObject({
    type: 'end',
    usage: { inputTokens: 17, outputTokens: 3, totalTokens: 20 },
    carryOver: { threadId: 'thread-1', messageId: 'message-1' },
  });
});

test.each([
  ['stop', 'stop'],
  ['length', 'length'],
  ['blacklist', 'content-filter'],
  ['error', 'error'],
  ['something new', 'other'],
])('the finish reason %s is ours as %s, and the word of the server stays', (raw, reason) => {
  expect(decode(answer({ role: 'assistant', content: 'x' }, raw)).at(-1)).toMatchObject({
    finish: { reason, raw },
  });
});

test('logprobs are handed on as they came', () => {
  const logprobs = [{ chosen: { token: 'x', logprob: -0.1 } }];
  expect(decode(answer({ role: 'assistant', content: 'x', logprobs }))).toContainEqual({
    type: 'logprobs',
    logprobs,
  });
});

test('every message of the server is there as it came, for those who ask', () => {
  expect(stream('plain-text.sse', { includeRaw: true }).filter(({ type }) => type === 'raw')).toHaveLength(3);
});

test.each<[string, JsonValue]>([
  ['a list', []],
  ['a text', 'ok'],
  ['an object that is no answer', { ok: true }],
  ['an answer without a finish reason', { choices: [{ message: { content: 'x' }, index: 0 }] }],
])('what is no answer is an error: %s', (_name, body) => {
  expect(() => decode(body)).toThrow(expect.objectContaining({ kind: 'stream', reason: 'malformed' }));
});

test('a refusal of the content filter is an ordinary answer with a reason', () => {
  expect(whole('blacklist.json')).toMatchObject([
    { type: 'model' },
    { type: 'text' },
    { type: 'end', finish: { reason: 'content-filter', raw: 'blacklist' } },
  ]);
});

test('thoughts, a picture and fenced JSON in one answer are all told apart', () => {
  const tag = '<img src="b28fbd4f-0a7b-4b2d-8f6e-3f0c6f1f7d11" fuse="true"/>';
  const body = answer({
    role: 'assistant',
    content: `<think>Хм.</think>${tag}\n\`\`\`json\n{"n": 3}\n\`\`\``,
  });
  expect(decode(body, { expectsJson: true }).slice(1, -1)).toEqual([
    { type: 'reasoning', text: 'Хм.' },
    { type: 'file', file: { fileId: 'b28fbd4f-0a7b-4b2d-8f6e-3f0c6f1f7d11', kind: 'image' } },
    { type: 'text', text: '{"n": 3}' },
  ]);
});

test('structured output whose arguments are no JSON is still text: the caller sees what came', () => {
  const call = { name: 'g', arguments: '{"n":' };
  const body = answer({ role: 'assistant', content: '', function_call: call }, 'function_call');
  expect(decode(body, { structuredBy: { wireName: 'g', isWrapped: false } })[1]).toEqual({
    type: 'text',
    text: '{"n":',
  });
});

test('what follows [DONE] is ignored', () => {
  const decoder = v1Dialect.createStreamDecoder(context);
  decoded(decoder, {
    data: JSON.stringify({
      choices: [{ delta: { content: 'x' }, index: 0, finish_reason: 'stop' }],
      model: 'm',
    }),
  });
  expect(decoded(decoder, { data: ' [DONE]' }).map(({ type }) => type)).toEqual(['end']);
  expect(decoded(decoder, { data: '{}' })).toEqual([]);
  expect(decoded(decoder, 'end')).toEqual([]);
});
