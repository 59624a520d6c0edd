import { expect, test } from 'vitest';
import { isInvalidRequestError } from '../errors/index.ts';
import { GigaChat } from '../gigachat.ts';
import type { GigaChatSettings } from '../settings.ts';
import { scriptedFetch } from '../transport/__fixtures__/scripted-fetch.ts';
import type { TurnRequest } from '../turn/turn-request.ts';

/** What a program without types may send. Nothing of it reaches the server. */
async function refusalOf(request: unknown, settings: GigaChatSettings = {}) {
  const script = scriptedFetch(() => Response.json({}));
  const giga = new GigaChat({ accessToken: 'token', fetch: script.fetch, ...settings });
  const error: unknown = await giga.chat.generate(request as TurnRequest).catch((reason: unknown) => reason);
  expect(script.seen).toEqual([]);
  if (!isInvalidRequestError(error))
    throw new Error(`an InvalidRequestError was expected, not ${String(error)}`);
  return error;
}

const user = { messages: [{ role: 'user', content: 'Привет' }] };

test.each<[Record<string, unknown>, string]>([
  [{ messages: undefined }, 'messages'],
  [
    { messages: [{ role: 'tool', content: [{ type: 'tool-result', toolCallId: '1', output: 1 }] }] },
    'messages',
  ],
  [{ stop: 'конец' }, 'stop'],
  [{ reasoningEffort: 'extreme' }, 'reasoningEffort'],
  [{ responseFormat: { type: 'json_object' } }, 'responseFormat.type'],
  [{ toolChoice: 'any' }, 'toolChoice'],
  [{ wireExtras: { price: 10n } }, 'price'],
])('%o is refused before anything is sent', async (fields, field) => {
  const error = await refusalOf({ ...user, ...fields });
  expect(error.field).toBe(field);
  expect(error.message).toContain(field);
});

test.each(['v1', 'v2'] as const)('a tool result with a BigInt is refused by its place in %s', async (api) => {
  const messages = [
    { role: 'user', content: 'Сколько?' },
    { role: 'assistant', content: [{ type: 'tool-call', id: '1', name: 'sum', input: {} }] },
    { role: 'tool', content: [{ type: 'tool-result', toolCallId: '1', output: { total: 10n } }] },
  ];
  expect((await refusalOf({ messages }, { api })).field).toMatch(/total$/);
});
