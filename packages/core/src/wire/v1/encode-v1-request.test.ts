import { describe, expect, test } from 'vitest';
import { isInvalidRequestError } from '../../errors/guards.ts';
import type { Tool } from '../../turn/tool.ts';
import type { TurnRequest } from '../../turn/turn-request.ts';
import { encodeV1Request } from './encode-v1-request.ts';

const user = { role: 'user', content: 'Привет' } as const;
const encode = (
  request: Partial<TurnRequest>,
  defaults = { model: 'GigaChat-2', profanityCheck: undefined as boolean | undefined },
) => encodeV1Request({ messages: [user], ...request }, defaults);
const weather: Tool = {
  type: 'function',
  name: 'погода',
  description: 'Погода в городе',
  parameters: { type: 'object', properties: { city: { type: 'string' } }, required: ['city'] },
  returnParameters: { type: 'object', properties: { t: { type: 'number' } } },
  examples: [{ request: 'Как там в Томске?', params: { city: 'Томск' } }],
};
const clock: Tool = { type: 'function', name: 'clock' };

test('every field of a turn has its place in the body', () => {
  const { body, warnings } = encode({
    model: 'GigaChat-2-Max',
    temperature: 0.7,
    topP: 0.4,
    maxTokens: 100,
    repetitionPenalty: 1.1,
    updateInterval: 0.5,
    topLogprobs: 3,
    reasoningEffort: 'high',
    profanityCheck: false,
    flags: ['a'],
    storage: { isStateful: true, limit: 5, threadId: 't', metadata: { k: 1 } },
    ranker: { enabled: true, topN: 3 },
    normalizeHistory: false,
    responseFormat: { type: 'json-schema', schema: { type: 'object', $defs: {} }, strict: true },
    wireExtras: { new_field: 1, flags: ['b'] },
  });
  expect(body).toEqual({
    model: 'GigaChat-2-Max',
    messages: [{ role: 'user', content: 'Привет' }],
    temperature: 0.7,
    top_p: 0.4,
    max_tokens: 100,
    repetition_penalty: 1.1,
    update_interval: 0.5,
    top_logprobs: 3,
    reasoning_effort: 'high',
    profanity_check: false,
    flags: ['b'],
    storage: { is_stateful: true, limit: 5, thread_id: 't', metadata: { k: 1 } },
    function_ranker: { enabled: true, top_n: 3 },
    unnormalized_history: true,
    response_format: { type: 'json_schema', schema: { type: 'object', $defs: {} }, strict: true },
    new_field: 1,
  });
  expect(warnings).toEqual([]);
});

test('what a request does not say, the body does not say either', () => {
  expect(encode({}).body).toEqual({ model: 'GigaChat-2', messages: [{ role: 'user', content: 'Привет' }] });
});

test('the profanity switch of the client is used where the turn has none', () => {
  expect(encode({}, { model: 'm', profanityCheck: true }).body['profanity_check']).toBe(true);
  expect(
    encode({ profanityCheck: false }, { model: 'm', profanityCheck: true }).body['profanity_check'],
  ).toBe(false);
});

test('an assistant or a thread on the server names the model, so that none is sent', () => {
  expect(encode({ storage: { assistantId: 'a' } }).body).not.toHaveProperty('model');
  expect(encode({ storage: { assistantId: 'a' }, model: 'm' }).body).toHaveProperty('model', 'm');
  expect(encode({ storage: {} }).body).toHaveProperty('model', 'GigaChat-2');
});

describe('functions', () => {
  test('are described whole, by a name the wire accepts that leads back', () => {
    const { body, names } = encode({ tools: [weather, clock] });
    expect(body).toMatchObject({
      functions: [
        {
          name: 'pogoda',
          description: 'Погода в городе',
          parameters: { type: 'object', properties: { city: { type: 'string' } }, required: ['city'] },
          return_parameters: { type: 'object', properties: { t: { type: 'number' } } },
          few_shot_examples: [{ request: 'Как там в Томске?', params: { city: 'Томск' } }],
        },
        { name: 'clock', parameters: { type: 'object', properties: {} } },
      ],
      function_call: 'auto',
    });
    expect(body).not.toHaveProperty('tools');
    expect([...names]).toEqual([['pogoda', 'погода']]);
  });

  test.each<[string, Partial<TurnRequest>, unknown, number]>([
    ['auto', { tools: [clock], toolChoice: 'auto' }, 'auto', 0],
    ['none', { tools: [clock], toolChoice: 'none' }, 'none', 0],
    ['required with one tool forces it', { tools: [clock], toolChoice: 'required' }, { name: 'clock' }, 0],
    [
      'required with several tools becomes auto with a warning',
      { tools: [clock, weather], toolChoice: 'required' },
      'auto',
      1,
    ],
    ['required without tools is left out with a warning', { toolChoice: 'required' }, undefined, 1],
    [
      'one by name, with some arguments fixed',
      { tools: [weather], toolChoice: { name: 'погода', partialArguments: { city: 'Томск' } } },
      { name: 'pogoda', partial_arguments: { city: 'Томск' } },
      0,
    ],
    ['auto without tools lets built-ins run', { toolChoice: 'auto' }, 'auto', 0],
    ['a built-in by type', { toolChoice: { name: 'image-generation' } }, { name: 'text2image' }, 0],
    ['a built-in by its wire name', { toolChoice: { name: 'text2image' } }, { name: 'text2image' }, 0],
  ])('choice: %s', (_name, request, expected, warnings) => {
    const encoded = encode(request);
    expect(encoded.body['function_call']).toEqual(expected);
    expect(encoded.warnings).toHaveLength(warnings);
  });

  test('a forced built-in is listed, since only listed ones can be called', () => {
    expect(encode({ tools: [clock], toolChoice: { name: 'image-generation' } }).body['functions']).toEqual([
      { name: 'clock', parameters: { type: 'object', properties: {} } },
      { name: 'text2image' },
    ]);
  });

  test('a choice of what is not there is refused with the field named', () => {
    expect(() => encode({ tools: [clock], toolChoice: { name: 'nobody' } })).toThrow(
      '`toolChoice.name` is "nobody", which is neither one of `tools` nor a built-in tool of v1.',
    );
  });

  test('built-ins that v1 has are listed by name; the others are left out with a warning', () => {
    const { body, warnings } = encode({
      tools: [
        { type: 'image-generation', options: { size: 1 } },
        { type: 'model-3d' },
        { type: 'web-search' },
      ],
    });
    expect(body['functions']).toEqual([{ name: 'text2image' }, { name: 'text2model3d' }]);
    expect(warnings.map(({ field }) => field)).toEqual(['tools[0].options', 'tools[2]']);
  });

  test('when no tool is left, nothing is chosen among them either', () => {
    const { body } = encode({ tools: [{ type: 'web-search' }], toolChoice: 'auto' });
    expect(body).not.toHaveProperty('function_call');
  });
});

describe('structured output through a function', () => {
  test('forces one function whose parameters are the schema', () => {
    const { body, structuredBy, expectsJson } = encode({
      responseFormat: {
        type: 'json-schema',
        via: 'function',
        schema: { type: 'object', properties: { n: { type: 'integer' } } },
      },
    });
    expect(body).toMatchObject({
      functions: [{ name: 'give_structured_answer', parameters: { properties: { n: { type: 'integer' } } } }],
      function_call: { name: 'give_structured_answer' },
    });
    expect(body).not.toHaveProperty('response_format');
    expect(structuredBy).toEqual({ wireName: 'give_structured_answer', isWrapped: false });
    expect(expectsJson).toBe(false);
  });

  test('wraps a schema whose root is no object', () => {
    const { body, structuredBy } = encode({
      responseFormat: {
        type: 'json-schema',
        via: 'function',
        schema: { type: 'array', items: { type: 'string' } },
      },
    });
    expect(body['functions']).toMatchObject([
      {
        parameters: {
          properties: { value: { type: 'array', items: { type: 'string' } } },
          required: ['value'],
        },
      },
    ]);
    expect(structuredBy?.isWrapped).toBe(true);
  });

  test('leaves other tools out with a warning, and takes a name of its own beside theirs', () => {
    const { body, warnings } = encode({
      tools: [{ type: 'function', name: 'give_structured_answer' }],
      responseFormat: { type: 'json-schema', via: 'function', schema: { type: 'object' } },
    });
    expect(body['function_call']).toEqual({ name: 'give_structured_answer_2' });
    expect(warnings.map(({ field }) => field)).toEqual(['tools']);
  });
});

test.each<[string, Partial<TurnRequest>]>([
  ['responseFormat', { responseFormat: { type: 'regex', pattern: 'a+' } }],
  ['reasoningEffort', { reasoningEffort: 'off' }],
  ['ranker.embeddingsModel', { ranker: { enabled: true, embeddingsModel: 'Embeddings' } }],
  ['filter', { filter: { response: { blacklist: false } } }],
  ['timezone', { timezone: 'Europe/Moscow' }],
  ['preset', { preset: 'p' }],
])('what v1 has no words for comes back as a warning: %s', (field, request) => {
  expect(encode(request).warnings).toMatchObject([{ type: 'unsupported', field }]);
});

test.each<[string, Partial<TurnRequest>]>([
  ['messages', { messages: [] }],
  [
    'messages[0]',
    { messages: [{ role: 'user', content: [{ type: 'file', url: 'https://example.org/a.png' }] }] },
  ],
  ['temperature', { temperature: -1 }],
  ['temperature', { temperature: Number.NaN }],
  ['topP', { topP: 2 }],
  ['maxTokens', { maxTokens: 0 }],
  ['maxTokens', { maxTokens: 1.5 }],
  ['repetitionPenalty', { repetitionPenalty: 0 }],
  ['updateInterval', { updateInterval: -1 }],
  ['topLogprobs', { topLogprobs: 6 }],
])('what cannot be right is refused before sending, naming %s', (field, request) => {
  let refusal: unknown;
  try {
    encode(request);
  } catch (error) {
    refusal = error;
  }
  expect(isInvalidRequestError(refusal) && refusal.field).toBe(field);
});

test('a request is never changed', () => {
  const request: TurnRequest = {
    messages: [
      user,
      { role: 'assistant', content: [{ type: 'tool-call', id: 'c', name: 'погода', input: { city: 'x' } }] },
    ],
    tools: [weather],
    toolChoice: { name: 'image-generation' },
  };
  const before = structuredClone(request);
  encodeV1Request(request, { model: 'm', profanityCheck: undefined });
  expect(request).toEqual(before);
});

describe('messages', () => {
  const messagesOf = (messages: TurnRequest['messages']) => encode({ messages }).body['messages'];

  test('files are a flat list of ids beside the text', () => {
    expect(
      messagesOf([
        {
          role: 'user',
          content: [
            { type: 'text', text: 'Что это?' },
            { type: 'file', fileId: 'f1' },
            { type: 'file', fileId: 'f2' },
          ],
        },
      ]),
    ).toEqual([{ role: 'user', content: 'Что это?', attachments: ['f1', 'f2'] }]);
  });

  test('what the model drew goes back in its tag, and its thoughts do not go back', () => {
    expect(
      messagesOf([
        user,
        {
          role: 'assistant',
          content: [
            { type: 'reasoning', text: 'Хм.' },
            { type: 'file', fileId: 'f1' },
            { type: 'file', fileId: 'v1', mediaType: 'video/*' },
            { type: 'text', text: 'Вот.' },
          ],
          toolStateId: 's',
        },
      ]),
    ).toEqual([
      { role: 'user', content: 'Привет' },
      {
        role: 'assistant',
        content: '<img src="f1" fuse="true"/><video src="v1" fuse="true"/>Вот.',
        functions_state_id: 's',
      },
    ]);
  });
});

test('temperature 0 wins over a topP that says otherwise, with a warning', () => {
  const { body, warnings } = encode({ temperature: 0, topP: 0.5 });
  expect(body).toMatchObject({ top_p: 0 });
  expect(warnings).toMatchObject([{ type: 'changed', field: 'topP' }]);
});
