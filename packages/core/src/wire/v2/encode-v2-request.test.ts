import { describe, expect, test } from 'vitest';
import { makeToolCallId } from '../../turn/tool-call-id.ts';
import type { Message } from '../../turn/message.ts';
import type { Tool } from '../../turn/tool.ts';
import type { TurnRequest } from '../../turn/turn-request.ts';
import type { EncodeDefaults } from '../dialect.ts';
import { encodeV2Request } from './encode-v2-request.ts';

const user = { role: 'user', content: 'Привет' } as const;
const encode = (request: Partial<TurnRequest>, toolResultRole?: EncodeDefaults['toolResultRole']) =>
  encodeV2Request(
    { messages: [user], ...request },
    { model: 'GigaChat-3-Ultra', profanityCheck: undefined, toolResultRole },
  );
const clock: Tool = { type: 'function', name: 'часы' };

test('every field of a turn has its place in the body', () => {
  const { body, warnings } = encode({
    model: 'GigaChat-3-Pro',
    preset: 'p',
    temperature: 0.7,
    topP: 0.4,
    maxTokens: 100,
    repetitionPenalty: 1.1,
    updateInterval: 0.5,
    topLogprobs: 3,
    reasoningEffort: 'off',
    profanityCheck: false,
    filter: { request: { neuro: false }, response: { blacklist: true } },
    flags: ['a'],
    storage: { limit: 5, threadId: 't', metadata: { k: 1 } },
    ranker: { enabled: true, topN: 3, embeddingsModel: 'Embeddings' },
    timezone: 'Europe/Moscow',
    normalizeHistory: false,
    responseFormat: { type: 'regex', pattern: 'a+' },
    wireExtras: { memory_id: 'm' },
  });
  expect(body).toEqual({
    model: 'GigaChat-3-Pro',
    messages: [{ role: 'user', content: [{ text: 'Привет' }] }],
    model_options: {
      preset: 'p',
      temperature: 0.7,
      top_p: 0.4,
      max_tokens: 100,
      repetition_penalty: 1.1,
      update_interval: 0.5,
      top_logprobs: 3,
      reasoning: { effort: 'off' },
      unnormalized_history: true,
      response_format: { type: 'regex', regex: 'a+' },
    },
    disable_filter: true,
    filter_config: { request_content: { neuro: false }, response_content: { blacklist: true } },
    flags: ['a'],
    storage: { limit: 5, thread_id: 't', metadata: { k: 1 } },
    ranker_options: { enabled: true, top_n: 3, embeddings_model: 'Embeddings' },
    user_info: { timezone: 'Europe/Moscow' },
    memory_id: 'm',
  });
  expect(warnings).toEqual([]);
});

test('what a request does not say, the body does not say either', () => {
  expect(encode({}).body).toEqual({
    model: 'GigaChat-3-Ultra',
    messages: [{ role: 'user', content: [{ text: 'Привет' }] }],
  });
});

test('an assistant is named at the root, without a model; an empty storage starts a thread', () => {
  expect(encode({ storage: { assistantId: 'a' } }).body).toMatchObject({ assistant_id: 'a', storage: {} });
  expect(encode({ storage: { assistantId: 'a' } }).body).not.toHaveProperty('model');
  expect(encode({ storage: {} }).body).toMatchObject({ model: 'GigaChat-3-Ultra', storage: {} });
});

test('what only v1 has comes back as a warning', () => {
  expect(encode({ storage: { isStateful: true } }).warnings).toMatchObject([{ field: 'storage.isStateful' }]);
  expect(
    encode({ tools: [clock], toolChoice: { name: 'часы', partialArguments: {} } }).warnings,
  ).toMatchObject([{ field: 'toolChoice.partialArguments' }]);
});

describe('tools', () => {
  test('all functions share one entry; a built-in is an entry of its own with its options', () => {
    const { body } = encode({
      tools: [
        clock,
        {
          type: 'web-search',
          searchType: 'safe_search',
          indexes: ['i'],
          flags: ['f'],
          options: { depth: 2 },
        },
        { type: 'function', name: 'two' },
        { type: 'url-extraction' },
        { type: 'image-generation' },
        { type: 'code-interpreter' },
        { type: 'model-3d' },
      ],
    });
    const parameters = { type: 'object', properties: {} };
    expect(body['tools']).toEqual([
      {
        functions: {
          specifications: [
            { name: 'chasy', parameters },
            { name: 'two', parameters },
          ],
        },
      },
      { web_search: { type: 'safe_search', indexes: ['i'], flags: ['f'], depth: 2 } },
      { url_content_extraction: {} },
      { image_generate: {} },
      { code_interpreter: {} },
      { model_3d_generate: {} },
    ]);
    expect(body['tool_config']).toEqual({ mode: 'auto' });
  });

  test.each<[string, Partial<TurnRequest>, unknown, number]>([
    ['none', { tools: [clock], toolChoice: 'none' }, { mode: 'none' }, 0],
    [
      'a function by name',
      { tools: [clock], toolChoice: { name: 'часы' } },
      { mode: 'forced', function_name: 'chasy' },
      0,
    ],
    [
      'a built-in by type',
      { tools: [{ type: 'web-search' }], toolChoice: { name: 'web-search' } },
      { mode: 'forced', tool_name: 'web_search' },
      0,
    ],
    [
      'a built-in that is not listed',
      { toolChoice: { name: 'web-search' } },
      { mode: 'forced', tool_name: 'web_search' },
      0,
    ],
    [
      'required with one function',
      { tools: [clock], toolChoice: 'required' },
      { mode: 'forced', function_name: 'chasy' },
      0,
    ],
    [
      'required with one built-in',
      { tools: [{ type: 'web-search' }], toolChoice: 'required' },
      { mode: 'forced', tool_name: 'web_search' },
      0,
    ],
    [
      'required with several',
      { tools: [clock, { type: 'web-search' }], toolChoice: 'required' },
      { mode: 'auto' },
      1,
    ],
  ])('choice: %s', (_name, request, expected, warnings) => {
    const encoded = encode(request);
    expect(encoded.body['tool_config']).toEqual(expected);
    expect(encoded.warnings).toHaveLength(warnings);
  });

  test('a function of the caller named like a built-in is not taken for it', () => {
    const { body, names } = encode({
      tools: [{ type: 'function', name: 'web_search' }],
      toolChoice: { name: 'web_search' },
    });
    expect(body['tool_config']).toEqual({ mode: 'forced', function_name: 'user_web_search' });
    expect(names.get('user_web_search')).toBe('web_search');
  });

  test('a choice of what is not there is refused', () => {
    expect(() => encode({ toolChoice: { name: 'nobody' } })).toThrow('nor a built-in tool of v2');
  });

  test('structured output through a function forces it', () => {
    const { body } = encode({
      tools: [clock],
      responseFormat: { type: 'json-schema', via: 'function', schema: { type: 'object' } },
    });
    expect(body).toMatchObject({
      tools: [{ functions: { specifications: [{ name: 'give_structured_answer' }] } }],
      tool_config: { mode: 'forced', function_name: 'give_structured_answer' },
    });
    expect(body).not.toHaveProperty('model_options');
  });
});

describe('messages', () => {
  const stateId = '019e8373-aaaa-7883-af60-000000000001';
  const id = makeToolCallId({ stateId, position: 0 }, 'aaaaaa');
  const roundTrip: Message[] = [
    user,
    { role: 'assistant', content: [{ type: 'tool-call', id, name: 'часы', input: { zone: 'msk' } }] },
    { role: 'tool', content: [{ type: 'tool-result', toolCallId: id, output: { now: '12:00' } }] },
  ];

  test('a tool round trip by the specification', () => {
    const { body, otherToolResultRole } = encode({ messages: roundTrip, tools: [clock] });
    expect(body['messages']).toEqual([
      { role: 'user', content: [{ text: 'Привет' }] },
      {
        role: 'assistant',
        tools_state_id: stateId,
        content: [{ function_call: { name: 'chasy', arguments: { zone: 'msk' } } }],
      },
      {
        role: 'tool',
        tools_state_id: stateId,
        content: [{ function_result: { name: 'chasy', result: { now: '12:00' } } }],
      },
    ]);
    expect(otherToolResultRole).toBe('function');
  });

  test('the same in the form that some hosts want', () => {
    const { body, otherToolResultRole } = encode({ messages: roundTrip, tools: [clock] }, 'function');
    expect(body['messages']).toMatchObject([
      {},
      {},
      { role: 'function', content: [{ function_result: { name: 'chasy', result: '{"now":"12:00"}' } }] },
    ]);
    expect(otherToolResultRole).toBeUndefined();
  });

  test('files stand after the question and before the answer they belong to; thoughts are not sent back', () => {
    const { body } = encode({
      messages: [
        {
          role: 'user',
          content: [
            { type: 'file', fileId: 'f1', mediaType: 'image/png' },
            { type: 'text', text: 'Что это?' },
          ],
        },
        {
          role: 'assistant',
          content: [
            { type: 'reasoning', text: 'хм' },
            { type: 'text', text: 'Кот.' },
            { type: 'file', fileId: 'f2' },
          ],
          toolStateId: stateId,
        },
        { role: 'user', content: [{ type: 'file', fileId: 'f3', mediaType: 'video/*' }] },
      ],
    });
    expect(body['messages']).toEqual([
      { role: 'user', content: [{ text: 'Что это?' }, { files: [{ id: 'f1', mime: 'image/png' }] }] },
      { role: 'assistant', tools_state_id: stateId, content: [{ files: [{ id: 'f2' }] }, { text: 'Кот.' }] },
      { role: 'user', content: [{ files: [{ id: 'f3' }] }] },
    ]);
  });
});
