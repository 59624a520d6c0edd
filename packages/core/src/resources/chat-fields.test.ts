import { expect, test } from 'vitest';
import { GigaChat } from '../gigachat.ts';
import type { TurnRequest } from '../turn/turn-request.ts';

const messages = [{ role: 'user', content: 'Привет' }] as const;

const answers = {
  v1: {
    choices: [{ message: { role: 'assistant', content: 'Привет!' }, index: 0, finish_reason: 'stop' }],
    created: 1768996171,
    model: 'GigaChat-2:2.0.28.2',
    object: 'chat.completion',
    thread_id: 't1',
    message_id: 'm1',
  },
  v2: {
    model: 'GigaChat-3-Ultra:32.3.18.5',
    created_at: 1780321868,
    messages: [{ role: 'assistant', content: [{ text: 'Привет!' }] }],
    finish_reason: 'stop',
    thread_id: 't1',
    message_id: 'm1',
  },
};

/** A whole client over a `fetch` that answers in the generation asked for. */
function client(api: 'v1' | 'v2') {
  const sent: { url: string; body: unknown }[] = [];
  const giga = new GigaChat({
    accessToken: 'token',
    api,
    fetch: async (input, init) => {
      const request = new Request(input, init);
      sent.push({ url: request.url, body: await request.json() });
      return Response.json(answers[api]);
    },
  });
  return { giga, sent };
}

test.each([
  ['v1', 'https://api.giga.chat/v1/chat/completions'],
  ['v2', 'https://api.giga.chat/v2/chat/completions'],
] as const)('%s is asked at its own endpoint, translated or raw', async (api, url) => {
  const { giga, sent } = client(api);
  await giga.chat.generate({ messages });
  if (api === 'v1') await giga.wire.generateV1({ model: 'GigaChat-2', messages: [...messages] });
  else
    await giga.wire.generateV2({
      model: 'GigaChat-2',
      messages: [{ role: 'user', content: [{ text: 'Привет' }] }],
    });
  expect(sent.map((request) => request.url)).toEqual([url, url]);
});

test.each(['v1', 'v2'] as const)(
  '%s: the thread and the message of an answer are carried over',
  async (api) => {
    const { giga } = client(api);
    const { carryOver } = await giga.chat.generate({ messages });
    expect(carryOver).toEqual({ threadId: 't1', messageId: 'm1' });
  },
);

const schema = { type: 'object', properties: { n: { type: 'integer' } } };

test.each<['v1' | 'v2', Partial<TurnRequest>, object]>([
  ['v1', { storage: { assistantId: 'a1' } }, { storage: { assistant_id: 'a1' } }],
  ['v1', { storage: { threadId: 't1' } }, { storage: { thread_id: 't1' } }],
  [
    'v2',
    { responseFormat: { type: 'json-schema', schema, strict: true } },
    { model_options: { response_format: { type: 'json_schema', schema, strict: true } } },
  ],
])('%s: %j goes out as %j', async (api, request, expected) => {
  const { giga, sent } = client(api);
  await giga.chat.generate({ messages, ...request });
  expect(sent[0]?.body).toMatchObject(expected);
});
