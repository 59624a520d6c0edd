import { describe, expect, test } from 'vitest';
import { decoded } from './__fixtures__/decoded.ts';
import type { JsonObject, JsonValue } from '../turn/json.ts';
import type { Message } from '../turn/message.ts';
import { readToolCallId } from '../turn/tool-call-id.ts';
import { trimHistoryByMessages } from '../turn/trim-history.ts';
import type { TurnDelta } from '../turn/turn-delta.ts';
import type { TurnRequest } from '../turn/turn-request.ts';
import type { DecodeContext } from './dialect.ts';
import { v1Dialect } from './v1/v1-dialect.ts';
import { v2Dialect } from './v2/v2-dialect.ts';

// What the API does that a client would not expect, one test each, in the words of what goes wrong. Sign-in,
// files, embeddings and concurrency have theirs beside their own code.

const dialects = [v1Dialect, v2Dialect];
const defaults = { model: 'GigaChat-2', profanityCheck: undefined };
const user: Message = { role: 'user', content: 'Привет' };
const encodeV1 = (request: Partial<TurnRequest>) =>
  v1Dialect.encode({ messages: [user], ...request }, defaults);
const encodeV2 = (request: Partial<TurnRequest>) =>
  v2Dialect.encode({ messages: [user], ...request }, defaults);
const messagesV1 = (messages: readonly Message[]) =>
  encodeV1({ messages }).body['messages'] as readonly JsonObject[];
const context: DecodeContext = {
  names: new Map(),
  structuredBy: undefined,
  expectsJson: false,
  newId: () => 'nonce1',
  includeRaw: false,
};
const answerV1 = (message: JsonObject, more: JsonObject = {}): JsonValue => ({
  choices: [{ message: { role: 'assistant', content: '', ...message }, index: 0, finish_reason: 'stop' }],
  created: 1,
  model: 'GigaChat-2-Max:2.0.30.01',
  ...more,
});
const decodeV1 = (message: JsonObject, more?: JsonObject) =>
  v1Dialect.decode(answerV1(message, more), context);
const streamV1 = (...frames: readonly (JsonObject | string)[]): TurnDelta[] => {
  const decoder = v1Dialect.createStreamDecoder(context);
  const deltas = frames.flatMap((frame) =>
    decoded(decoder, { data: typeof frame === 'string' ? frame : JSON.stringify(frame) }),
  );
  return [...deltas, ...decoded(decoder, 'end')];
};
const chunk = (delta: JsonObject, more: JsonObject = {}): JsonObject => ({
  choices: [{ delta, index: 0, ...more }],
  created: 1,
  model: 'm:1',
  object: 'chat.completion',
});
const endOf = (deltas: readonly TurnDelta[]) => deltas.find((delta) => delta.type === 'end');
const callOf = (deltas: readonly TurnDelta[]) => deltas.find((delta) => delta.type === 'tool-call');

const call = (id: string, name = 'f', input: JsonObject = {}) =>
  ({ type: 'tool-call', id, name, input }) as const;
const result = (toolCallId: string, output: JsonValue) =>
  ({ type: 'tool-result', toolCallId, output }) as const;
const roundTrip = (output: JsonValue, input: JsonObject = {}): Message[] => [
  user,
  { role: 'assistant', content: [call('c1', 'f', input)] },
  { role: 'tool', content: [result('c1', output)] },
];

describe('calls', () => {
  test('v1 arguments are an object both ways; text is understood, and an object is always sent', () => {
    expect(callOf(decodeV1({ function_call: { name: 'f', arguments: '{"a":1}' } }))?.input).toEqual({ a: 1 });
    expect(callOf(decodeV1({ function_call: { name: 'f', arguments: { a: 1 } } }))?.input).toEqual({ a: 1 });
    expect(messagesV1(roundTrip(1, { a: 1 }))[1]).toMatchObject({ function_call: { arguments: { a: 1 } } });
  });

  test('a tool result must be text that parses as JSON: plain text is wrapped', () => {
    expect(messagesV1(roundTrip('солнечно'))[2]).toEqual({
      role: 'function',
      name: 'f',
      content: '{"result":"солнечно"}',
    });
  });

  test('there is one call per turn: several in the history become successive pairs', () => {
    const messages = messagesV1([
      user,
      { role: 'assistant', content: [call('c1', 'f'), call('c2', 'g')] },
      { role: 'tool', content: [result('c1', 1), result('c2', 2)] },
    ]);
    expect(messages.map(({ role }) => role)).toEqual([
      'user',
      'assistant',
      'function',
      'assistant',
      'function',
    ]);
  });

  test('a call without a result, or a result without a call, costs a 422: both are left out with a warning', () => {
    const { body, warnings } = encodeV1({
      messages: [
        user,
        { role: 'assistant', content: [call('c1')] },
        { role: 'tool', content: [result('c9', 1)] },
        user,
      ],
    });
    expect(body['messages']).toEqual([{ role: 'user', content: 'Привет\n\nПривет' }]);
    expect(warnings).toHaveLength(2);
  });

  test('there is no call id on the wire: one is made, and carries the state id', () => {
    const id = callOf(
      decodeV1({ function_call: { name: 'f', arguments: {} }, functions_state_id: 'state-7' }),
    )?.id;
    expect(readToolCallId(id ?? '')?.stateId).toBe('state-7');
  });

  test('the state id must come back on the assistant message, and does, with nothing but the call id to carry it', () => {
    const id =
      callOf(decodeV1({ function_call: { name: 'f', arguments: {} }, functions_state_id: 'state-7' }))?.id ??
      '';
    const messages = messagesV1([
      user,
      { role: 'assistant', content: [call(id)] },
      { role: 'tool', content: [result(id, 1)] },
    ]);
    expect(messages[1]).toHaveProperty('functions_state_id', 'state-7');
  });

  test('the state id echoed on the result as well was answered with 422: v1 keeps it on the assistant message alone', () => {
    const messages = messagesV1([
      user,
      { role: 'assistant', content: [call('c1')], toolStateId: 's' },
      { role: 'tool', content: [result('c1', 1)] },
    ]);
    expect(messages[1]).toHaveProperty('functions_state_id', 's');
    expect(messages[2]).not.toHaveProperty('functions_state_id');
  });

  test('`content` beside a call must be an empty text, not null', () => {
    expect(messagesV1(roundTrip(1))[1]).toHaveProperty('content', '');
  });

  test('empty arguments are a call all the same', () => {
    expect(callOf(decodeV1({ function_call: { name: 'f', arguments: {} } }))).toMatchObject({
      name: 'f',
      input: {},
    });
  });

  test('non-ASCII text in results goes out as it is: escaped, it would cost tokens', () => {
    expect(messagesV1(roundTrip({ город: 'Томск' }))[2]).toHaveProperty('content', '{"город":"Томск"}');
  });
});

describe('history', () => {
  test('a system message anywhere but first is refused: all of them are merged and put first', () => {
    const messages = messagesV1([
      user,
      { role: 'system', content: 'а' },
      user,
      { role: 'system', content: 'б' },
    ]);
    expect(messages[0]).toEqual({ role: 'system', content: 'а\n\nб' });
    expect(messages).toHaveLength(2);
  });

  test('user messages in a row are merged with a blank line, as the server would', () => {
    expect(messagesV1([user, user])).toEqual([{ role: 'user', content: 'Привет\n\nПривет' }]);
  });

  test('a conversation of assistant turns alone has nothing to answer: it is refused before it is sent', () => {
    for (const dialect of dialects) {
      const request: TurnRequest = { messages: [{ role: 'assistant', content: 'Да' }] };
      expect(() => dialect.encode(request, defaults)).toThrow('only what the model said');
    }
  });

  test('the server does not trim a long history, it refuses it: the client can, without parting call and result', () => {
    const history = [user, ...roundTrip(1).slice(1), user, user];
    expect(trimHistoryByMessages(history, 4)).toEqual([user, user]);
  });

  test('v2 refuses text for content: it is always parts', () => {
    const { body } = encodeV2({
      messages: [{ role: 'system', content: 'а' }, user, ...roundTrip(1).slice(1)],
    });
    for (const message of body['messages'] as readonly JsonObject[])
      expect(message['content']).toBeInstanceOf(Array);
  });
});

describe('functions', () => {
  const tool = (name: string, parameters?: JsonObject) =>
    ({ type: 'function', name, ...(parameters && { parameters }) }) as const;
  const functionsOf = (request: Partial<TurnRequest>) =>
    encodeV1(request).body['functions'] as readonly JsonObject[];

  test('v1 ignores `tools` in silence: they are sent as `functions`', () => {
    const { body } = encodeV1({ tools: [tool('f')] });
    expect(body).toHaveProperty('functions');
    expect(body).not.toHaveProperty('tools');
  });

  test('a call cannot be required: one tool is forced by name, of several `auto` is the nearest', () => {
    expect(encodeV1({ tools: [tool('f')], toolChoice: 'required' }).body['function_call']).toEqual({
      name: 'f',
    });
    expect(encodeV1({ tools: [tool('f'), tool('g')], toolChoice: 'required' })).toMatchObject({
      body: { function_call: 'auto' },
      warnings: [{ field: 'toolChoice' }],
    });
  });

  test('names take no Cyrillic, spaces, leading digits, slashes or colons: they are mapped there and back', () => {
    const { body, names } = encodeV1({ tools: [tool('курс валют'), tool('1/a:b')] });
    const sent = (body['functions'] as readonly { name: string }[]).map(({ name }) => name);
    for (const name of sent) expect(name).toMatch(/^[A-Za-z_.-][A-Za-z0-9_.-]*$/);
    expect(sent.map((name) => names.get(name))).toEqual(['курс валют', '1/a:b']);
  });

  test('names of built-in tools collide with them: a function of the caller gets another name on the wire', () => {
    expect(functionsOf({ tools: [tool('web_search'), tool('text2image')] }).map(({ name }) => name)).toEqual([
      'user_web_search',
      'user_text2image',
    ]);
  });

  test('parameters know no references, unions, lists of types or null: schemas are lowered', () => {
    const parameters = {
      type: 'object',
      properties: {
        a: { $ref: '#/$defs/A' },
        b: { anyOf: [{ type: 'string' }, { type: 'null' }] },
        c: { type: ['integer', 'null'] },
        d: { type: 'object' },
      },
      $defs: { A: { type: 'boolean' } },
    };
    expect(functionsOf({ tools: [tool('f', parameters)] })[0]?.['parameters']).toEqual({
      type: 'object',
      properties: {
        a: { type: 'boolean' },
        b: { type: 'string' },
        c: { type: 'integer' },
        d: { type: 'object', properties: {} },
      },
    });
  });

  test('a function without parameters still owes an empty object of them', () => {
    expect(functionsOf({ tools: [tool('f')] })[0]?.['parameters']).toEqual({
      type: 'object',
      properties: {},
    });
  });

  test('the key of a few-shot example is `params`, not `arguments`', () => {
    const examples = [{ request: 'Курс?', params: { pair: 'USD' } }];
    expect(functionsOf({ tools: [{ ...tool('f'), examples }] })[0]?.['few_shot_examples']).toEqual(examples);
  });
});

describe('parameters', () => {
  test('temperature 0 is out of range: `top_p: 0` says the same', () => {
    for (const dialect of dialects) {
      const { body } = dialect.encode({ messages: [user], temperature: 0 }, defaults);
      const options = dialect.generation === 'v1' ? body : body['model_options'];
      expect(options).toMatchObject({ top_p: 0 });
      expect(options).not.toHaveProperty('temperature');
    }
  });

  test('there is no `stop`: it is not sent, and the client cuts the answer itself', () => {
    for (const dialect of dialects) {
      const { body, warnings } = dialect.encode({ messages: [user], stop: ['.'] }, defaults);
      expect(JSON.stringify(body)).not.toContain('stop');
      expect(warnings).toEqual([]);
    }
  });

  test('`response_format` is flat: the schema stands beside the type', () => {
    const responseFormat = { type: 'json-schema', schema: { type: 'object' }, strict: true } as const;
    const expected = { type: 'json_schema', schema: { type: 'object' }, strict: true };
    expect(encodeV1({ responseFormat }).body['response_format']).toEqual(expected);
    expect(encodeV2({ responseFormat }).body['model_options']).toEqual({ response_format: expected });
  });
});

describe('answers', () => {
  test('JSON may come in a code fence: it is taken off where JSON was asked for', () => {
    const deltas = v1Dialect.decode(answerV1({ content: '```json\n{}\n```' }), {
      ...context,
      expectsJson: true,
    });
    expect(deltas[1]).toEqual({ type: 'text', text: '{}' });
  });

  test('the model comes back as `id:version` and is told as the server says it', () => {
    expect(decodeV1({ content: 'x' })[0]).toMatchObject({ model: 'GigaChat-2-Max:2.0.30.01' });
  });

  test('`prompt_tokens` leaves out the cached ones: ours counts them', () => {
    const usage = { prompt_tokens: 1, completion_tokens: 5, total_tokens: 6, precached_prompt_tokens: 18 };
    expect(endOf(decodeV1({ content: 'x' }, { usage }))?.usage).toMatchObject({
      inputTokens: 19,
      cachedInputTokens: 18,
      totalTokens: 24,
    });
  });

  test('there is no `id` in an answer, nor need for one', () => {
    expect(decodeV1({ content: 'x' })).toHaveLength(3);
  });

  test('a stream says `chat.completion` where OpenAI says `.chunk`, and has no finish reason until the end', () => {
    const deltas = streamV1(
      chunk({ content: 'x' }),
      chunk({ content: '' }, { finish_reason: 'stop' }),
      '[DONE]',
    );
    expect(deltas.map(({ type }) => type)).toEqual(['model', 'text', 'end']);
  });

  test('v1 ends with [DONE], v2 with an event and without it', () => {
    const v1 = v1Dialect.createStreamDecoder(context);
    decoded(v1, { data: JSON.stringify(chunk({ content: 'x' }, { finish_reason: 'stop' })) });
    expect(v1.isDone()).toBe(false);
    decoded(v1, { data: '[DONE]' });
    expect(v1.isDone()).toBe(true);
    const v2 = v2Dialect.createStreamDecoder(context);
    decoded(v2, { event: 'response.message.done', data: '{"model":"m","finish_reason":"stop"}' });
    expect(v2.isDone()).toBe(true);
  });

  test('the content of `function_in_progress` is a countdown, not text', () => {
    const deltas = streamV1(
      chunk({ role: 'function_in_progress', content: '15', name: 'text2image' }),
      chunk({ content: 'Вот.', role: 'assistant' }, { finish_reason: 'stop' }),
    );
    expect(deltas.filter(({ type }) => type === 'text')).toEqual([{ type: 'text', text: 'Вот.' }]);
    expect(deltas).toContainEqual({
      type: 'tool-progress',
      tool: 'image-generation',
      status: 'running',
      secondsLeft: 15,
    });
  });

  test.each(['tool_state_id', 'tools_state_id'])(
    'v2 spells the state id in two ways and puts it in two places: %s',
    (key) => {
      const body = (root: JsonObject, message: JsonObject): JsonValue => ({
        model: 'm',
        messages: [{ role: 'assistant', content: [{ text: 'x' }], ...message }],
        finish_reason: 'stop',
        ...root,
      });
      for (const answer of [body({ [key]: 's' }, {}), body({}, { [key]: 's' })]) {
        expect(endOf(v2Dialect.decode(answer, context))?.carryOver).toEqual({ toolStateId: 's' });
      }
    },
  );

  test('the id of a picture is in markup, which deltas may split', () => {
    const deltas = streamV1(
      chunk({ content: 'Вот: <img src="b28fbd4f-0a7b-4b2d' }),
      chunk({ content: '-8f6e-3f0c6f1f7d11" fuse="true"/> Кот.' }, { finish_reason: 'stop' }),
    );
    expect(deltas.slice(1, -1)).toEqual([
      { type: 'text', text: 'Вот: ' },
      { type: 'file', file: { fileId: 'b28fbd4f-0a7b-4b2d-8f6e-3f0c6f1f7d11', kind: 'image' } },
      { type: 'text', text: 'Кот.' },
    ]);
  });

  test('a refusal of the content filter is an answer under status 200: it is told as content-filter', () => {
    const deltas = streamV1(chunk({ content: 'Не люблю менять тему' }, { finish_reason: 'blacklist' }));
    expect(endOf(deltas)?.finish).toEqual({ reason: 'content-filter', raw: 'blacklist' });
  });

  test('some models think aloud in the content: what is between the tags is reasoning', () => {
    expect(decodeV1({ content: '<think>Хм.</think>Да.' }).slice(1, -1)).toEqual([
      { type: 'reasoning', text: 'Хм.' },
      { type: 'text', text: 'Да.' },
    ]);
  });

  test('an error may come under status 200, in a stream too', () => {
    const busy = { status: 429, message: 'Too many requests' };
    const error = expect.objectContaining({ kind: 'stream', reason: 'server-error', status: 429 }) as Error;
    for (const dialect of dialects) {
      expect(() => dialect.decode(busy, context)).toThrow(error);
      expect(() => decoded(dialect.createStreamDecoder(context), { data: JSON.stringify(busy) })).toThrow(
        error,
      );
    }
  });
});
