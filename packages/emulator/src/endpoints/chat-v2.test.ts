import { describe, expect, test } from 'vitest';
import { callApi, helloV2, statusAndBody } from '../__fixtures__/call-api.ts';
import type { EmulatorOptions } from '../emulator-options.ts';
import { createEmulator } from '../emulator.ts';
import type { AnswerReply } from '../reply.ts';

const path = '/v2/chat/completions';
const usage = { promptTokens: 19, completionTokens: 8 };

async function say(
  reply: AnswerReply,
  json: Record<string, unknown> = {},
  options: EmulatorOptions = {},
): Promise<string> {
  const emulator = createEmulator({ now: () => 1_780_321_864_000, ...options });
  emulator.enqueue(reply);
  const body = { model: 'GigaChat-3-Ultra', messages: helloV2, ...json };
  return (await callApi(emulator, path, { json: body })).text();
}

async function refusal(
  json: Record<string, unknown>,
  options: EmulatorOptions = {},
): Promise<{ status: number; body: unknown }> {
  const body = { model: 'GigaChat-2-Max', messages: helloV2, ...json };
  return statusAndBody(await callApi(createEmulator(options), path, { json: body }));
}

const user = helloV2[0];
const call = {
  role: 'assistant',
  content: [{ function_call: { name: 'get_rate', arguments: { pair: 'USD/RUB' } } }],
};
const resultOf = (role: string, result: unknown): unknown => ({
  role,
  content: [{ function_result: { name: 'get_rate', result } }],
});
const functions = [
  { functions: { specifications: [{ name: 'get_rate', parameters: { type: 'object', properties: {} } }] } },
];

describe('the bytes', () => {
  test('of a whole answer have the recorded order of keys', async () => {
    const reply: AnswerReply = {
      type: 'answer',
      calls: [{ name: 'get_rate', arguments: { pair: 'USD/RUB' }, stateId: 'state-1' }],
      usage: { promptTokens: 88, completionTokens: 25 },
    };

    expect(await say(reply, { tools: functions })).toBe(
      '{"model":"GigaChat-3-Ultra:32.3.18.5","created_at":1780321864,"messages":[{"role":"assistant","tool_state_id":"state-1","content":[{"function_call":{"name":"get_rate","arguments":{"pair":"USD/RUB"}}}]}],"finish_reason":"function_call","usage":{"input_tokens":88,"input_tokens_details":{"prompt_tokens":88,"cached_tokens":0},"output_tokens":25,"total_tokens":113}}',
    );
  });

  test('of a stream are named events that end with done and nothing after it', async () => {
    expect(await say({ type: 'answer', text: ['1, 2'], usage }, { stream: true })).toBe(
      'event: response.message.delta\ndata: {"model":"GigaChat-3-Ultra:32.3.18.5","created_at":1780321864,"messages":[{"role":"assistant","content":[{"text":"1, 2"}]}]}\n\n' +
        'event: response.message.done\ndata: {"model":"GigaChat-3-Ultra:32.3.18.5","created_at":1780321864,"finish_reason":"stop","usage":{"input_tokens":19,"input_tokens_details":{"prompt_tokens":19,"cached_tokens":0},"output_tokens":8,"total_tokens":27}}\n\n',
    );
  });

  test('of a streamed call lie in the last event, or in one of their own', async () => {
    const reply: AnswerReply = { type: 'answer', calls: [{ name: 'f', arguments: {}, stateId: 's' }], usage };
    const last = await say(reply, { stream: true });
    const own = await say(reply, { stream: true }, { v2StreamedCall: 'delta' });

    expect(last).toMatch(
      /^event: response\.message\.done\n.*"tool_state_id":"s","content":\[\{"function_call"/,
    );
    expect(own).toMatch(
      /^event: response\.message\.delta\n.*"tool_state_id":"s","content":\[\{"function_call"/,
    );
  });

  test('of a tool at work are events of its own', async () => {
    const text = await say(
      {
        type: 'answer',
        builtIns: [{ name: 'text2image', secondsLeft: [12], status: 'success' }],
        images: [{ bytes: new Uint8Array([0xff, 0xd8, 0xff]), mediaType: 'image/jpeg' }],
        text: 'готово',
      },
      { stream: true },
    );
    const names = [...text.matchAll(/^event: (.*)$/gm)].map((match) => match[1]);

    expect(names).toEqual([
      'response.tool.in_progress',
      'response.tool.completed',
      'response.message.delta',
      'response.message.delta',
      'response.message.done',
    ]);
    expect(text).toContain('{"tool_execution":{"name":"image_generate","seconds_left":12}}');
    expect(text).toContain('{"tool_execution":{"name":"image_generate","status":"success"}}');
    expect(text).toMatch(/"files":\[\{"id":"[^"]+","mime":"image\/jpeg","target":"image"\}\]/);
  });

  test('of reasoning are a message before the answer', async () => {
    expect(await say({ type: 'answer', reasoning: 'думаю', text: 'ответ' })).toContain(
      '"messages":[{"role":"reasoning","content":[{"text":"думаю"}]},{"role":"assistant","content":[{"text":"ответ"}]}]',
    );
  });

  test('of sources hang on the text by number', async () => {
    expect(
      await say({
        type: 'answer',
        text: 'да [sources=[1]]',
        sources: [{ url: 'https://example.org/a', title: 'A' }],
      }),
    ).toContain('"inline_data":{"images":[],"sources":{"1":{"url":"https://example.org/a","title":"A"}}}');
  });

  test('of any answer to a request with tools carry a state id', async () => {
    expect(await say({ type: 'answer', text: 'без вызова' }, { tools: functions })).toContain(
      '"tool_state_id"',
    );
    expect(await say({ type: 'answer', text: 'без вызова' })).not.toContain('"tool_state_id"');
  });
});

describe('refuses', () => {
  const malformed = 'Your request contains invalid JSON syntax.';

  test.each<[string, Record<string, unknown>, number, string]>([
    ['content that is a string', { messages: [{ role: 'user', content: 'Привет' }] }, 400, malformed],
    ['an unknown role', { messages: [{ role: 'bot', content: [{ text: 'a' }] }] }, 400, malformed],
    [
      'arguments that are a string',
      {
        messages: [
          user,
          { role: 'assistant', content: [{ function_call: { name: 'f', arguments: '{}' } }] },
          resultOf('tool', {}),
        ],
      },
      400,
      malformed,
    ],
    [
      'a result without a name',
      { messages: [user, call, { role: 'tool', content: [{ function_result: { result: {} } }] }] },
      400,
      malformed,
    ],
    [
      'json_object',
      { model_options: { response_format: { type: 'json_object' } } },
      400,
      'Unknown type "json_object" in response_format',
    ],
    [
      'json_schema without a schema',
      { model_options: { response_format: { type: 'json_schema' } } },
      400,
      'Empty schema with json format type is not supported',
    ],
    ['an unknown tool', { tools: [{ telepathy: {} }] }, 404, 'Unknown tool telepathy'],
    [
      'a tool out of the tariff',
      { tools: [{ code_interpreter: {} }] },
      422,
      'Tool code_interpreter is unavailable',
    ],
    ['an unknown model', { model: 'GigaChat-9' }, 404, 'No such model'],
    [
      'a call without a result',
      { messages: [user, call] },
      422,
      'Invalid params: every assistant function call must have a result in history',
    ],
    [
      'plain text as a result',
      { messages: [user, call, resultOf('function', 'восемьдесят')] },
      400,
      'invalid function result for function get_rate json string `восемьдесят`, error: JSON parse error at line 1 column 1',
    ],
  ])('%s', async (_name, json, status, message) => {
    expect(await refusal(json)).toEqual({ status, body: { status, message } });
  });

  test('what is not chat under /v2 with a page of the gateway', async () => {
    const response = await callApi(createEmulator(), '/v2/files');

    expect(response.status).toBe(403);
    expect(response.headers.get('content-type')).toBe('text/html');
    expect(await response.text()).toContain('<h1>403 Forbidden</h1>');
  });
});

describe('the role of a tool result', () => {
  const status = async (
    mode: EmulatorOptions['v2ToolRole'],
    role: string,
    result: unknown,
  ): Promise<number> =>
    (
      await refusal(
        { messages: [user, call, resultOf(role, result)] },
        mode === undefined ? {} : { v2ToolRole: mode },
      )
    ).status;

  test('is either by default, with an object or with JSON text', async () => {
    expect(await status(undefined, 'tool', { rate: 80 })).toBe(200);
    expect(await status(undefined, 'function', '{"rate":80}')).toBe(200);
  });

  test('is tool with an object in the specification', async () => {
    expect(await status('spec', 'tool', { rate: 80 })).toBe(200);
    expect(await status('spec', 'function', { rate: 80 })).toBe(400);
    expect(await status('spec', 'tool', '{"rate":80}')).toBe(400);
  });

  test('was function with JSON text on the public host in September 2026', async () => {
    expect(await status('live-2026-09', 'function', '{"rate":80}')).toBe(200);
    expect(await status('live-2026-09', 'tool', '{"rate":80}')).toBe(400);
  });
});

test('several calls of one answer take their results together', async () => {
  const two = { role: 'assistant', content: [...call.content, ...call.content] };

  expect(await refusal({ messages: [user, two, resultOf('tool', {}), resultOf('tool', {})] })).toMatchObject({
    status: 200,
  });
});

test('an empty storage starts a thread that the next request goes on with', async () => {
  const emulator = createEmulator();
  const post = async (json: unknown): Promise<unknown> => (await callApi(emulator, path, { json })).json();
  const first = (await post({ model: 'GigaChat-2', messages: helloV2, storage: {} })) as {
    thread_id: string;
  };

  const second = await post({ messages: helloV2, storage: { thread_id: first.thread_id } });

  expect(second).toMatchObject({ thread_id: first.thread_id, model: expect.stringMatching(/^GigaChat-2:/) });
  expect(await post({ model: 'GigaChat-2', messages: helloV2 })).not.toHaveProperty('thread_id');
});
