import { expect, test } from 'vitest';
import { isInvalidRequestError } from '../errors/index.ts';
import { checkMessages } from './check-messages.ts';

const refusalOf = (request: unknown) => {
  try {
    checkMessages(request);
  } catch (error) {
    if (isInvalidRequestError(error)) return error;
    throw error;
  }
  throw new Error('a refusal was expected');
};

test.each<[string, unknown, string]>([
  ['nothing', undefined, 'messages'],
  ['no messages', {}, 'messages'],
  ['null for messages', { messages: null }, 'messages'],
  ['a text for messages', { messages: 'Привет' }, 'messages'],
  ['null for a message', { messages: [null] }, 'messages[0].role'],
  ['a bare text for a message', { messages: ['Привет'] }, 'messages[0].role'],
  ['a role that does not exist', { messages: [{ role: 'developer', content: 'x' }] }, 'messages[0].role'],
  ['a role of the prototype', { messages: [{ role: 'toString', content: 'x' }] }, 'messages[0].role'],
  ['content that is null', { messages: [{ role: 'user', content: null }] }, 'messages[0].content'],
  ['content that is a number', { messages: [{ role: 'user', content: 5 }] }, 'messages[0].content'],
  ['a tool message of text', { messages: [{ role: 'tool', content: '{}' }] }, 'messages[0].content'],
  [
    'a part of another API',
    { messages: [{ role: 'user', content: [{ type: 'image_url' }] }] },
    'messages[0].content[0].type',
  ],
  [
    'a part in a message of another role',
    { messages: [{ role: 'user', content: [{ type: 'tool-result', toolCallId: 'a', output: 1 }] }] },
    'messages[0].content[0].type',
  ],
  [
    'a text part without text',
    { messages: [{ role: 'user', content: [{ type: 'text', content: 'x' }] }] },
    'messages[0].content[0].text',
  ],
])('%s is refused, and the sentence names the place', (_, request, field) => {
  const error = refusalOf(request);
  expect(error.field).toBe(field);
  expect(error.message).toContain(field);
});

test('every part that the types allow passes', () => {
  const messages = [
    { role: 'system', content: [{ type: 'text', text: '' }] },
    { role: 'user', content: [{ type: 'file', fileId: 'a' }] },
    {
      role: 'assistant',
      content: [
        { type: 'reasoning', text: 'x' },
        { type: 'tool-call', id: 'a' },
      ],
    },
    { role: 'tool', content: [{ type: 'tool-result', toolCallId: 'a' }] },
    { role: 'assistant', content: [] },
  ];
  expect(() => checkMessages({ messages })).not.toThrow();
});
