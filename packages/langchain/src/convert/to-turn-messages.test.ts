import type { Message } from '@gigakit/core/turn';
import {
  AIMessage,
  ChatMessage,
  FunctionMessage,
  HumanMessage,
  RemoveMessage,
  SystemMessage,
  ToolMessage,
  coerceMessageLikeToMessage,
  type BaseMessage,
} from '@langchain/core/messages';
import { expect, test } from 'vitest';
import { toTurnMessages } from './to-turn-messages.ts';

const call = { type: 'tool_call' as const, id: 'call-1', name: 'weather', args: { city: 'Москва' } };

const conversions: readonly [name: string, messages: BaseMessage[], turn: Message[]][] = [
  ['a human text', [new HumanMessage('Привет')], [{ role: 'user', content: 'Привет' }]],
  ['an empty human text', [new HumanMessage('')], [{ role: 'user', content: '' }]],
  [
    'several system messages, wherever they stand',
    [new SystemMessage('Кратко.'), new HumanMessage('Привет'), new SystemMessage('По-русски.')],
    [
      { role: 'system', content: 'Кратко.' },
      { role: 'user', content: 'Привет' },
      { role: 'system', content: 'По-русски.' },
    ],
  ],
  [
    'a developer message, as a system one',
    [coerceMessageLikeToMessage({ role: 'developer', content: 'Кратко.' })],
    [{ role: 'system', content: 'Кратко.' }],
  ],
  [
    'a system message in blocks',
    [
      new SystemMessage({
        content: [{ type: 'text', text: 'Кратко.', cache_control: { type: 'ephemeral' } }],
      }),
    ],
    [{ role: 'system', content: [{ type: 'text', text: 'Кратко.' }] }],
  ],
  [
    'a human message of text and picture, in order',
    [
      new HumanMessage({
        content: [
          { type: 'text', text: 'Что здесь?' },
          { type: 'image_url', image_url: { url: 'https://example.com/cat.png', detail: 'low' } },
        ],
      }),
    ],
    [
      {
        role: 'user',
        content: [
          { type: 'text', text: 'Что здесь?' },
          { type: 'file', url: 'https://example.com/cat.png' },
        ],
      },
    ],
  ],
  [
    'ids in additional_kwargs.attachments, as files',
    [new HumanMessage({ content: 'Что здесь?', additional_kwargs: { attachments: ['file-1'] } })],
    [
      {
        role: 'user',
        content: [
          { type: 'text', text: 'Что здесь?' },
          { type: 'file', fileId: 'file-1' },
        ],
      },
    ],
  ],
  [
    'a call and its result, the name from the message',
    [
      new AIMessage({ content: '', tool_calls: [call] }),
      new ToolMessage({ content: '{"temp":5}', tool_call_id: 'call-1', name: 'weather' }),
    ],
    [
      {
        role: 'assistant',
        content: [{ type: 'tool-call', id: 'call-1', name: 'weather', input: { city: 'Москва' } }],
      },
      {
        role: 'tool',
        content: [{ type: 'tool-result', toolCallId: 'call-1', name: 'weather', output: '{"temp":5}' }],
      },
    ],
  ],
  [
    'results of parallel calls, as one tool message',
    [
      new AIMessage({ content: 'Смотрю.', tool_calls: [call, { ...call, id: 'call-2' }] }),
      new ToolMessage({ content: 'снег', tool_call_id: 'call-1' }),
      new ToolMessage({ content: 'дождь', tool_call_id: 'call-2', status: 'error', artifact: { big: true } }),
    ],
    [
      {
        role: 'assistant',
        content: [
          { type: 'text', text: 'Смотрю.' },
          { type: 'tool-call', id: 'call-1', name: 'weather', input: { city: 'Москва' } },
          { type: 'tool-call', id: 'call-2', name: 'weather', input: { city: 'Москва' } },
        ],
      },
      {
        role: 'tool',
        content: [
          { type: 'tool-result', toolCallId: 'call-1', output: 'снег' },
          { type: 'tool-result', toolCallId: 'call-2', output: 'дождь', isError: true },
        ],
      },
    ],
  ],
  [
    'a tool result in blocks, as one text',
    [
      new ToolMessage({
        tool_call_id: 'call-1',
        content: [
          { type: 'text', text: 'снег' },
          { type: 'json', json: { temp: 5 } },
        ],
      }),
    ],
    [
      {
        role: 'tool',
        content: [{ type: 'tool-result', toolCallId: 'call-1', output: 'снег\n{"temp":5}' }],
      },
    ],
  ],
  [
    "another provider's turn: its text, thoughts and calls, without what only it can read",
    [
      new AIMessage({
        content: [
          { type: 'thinking', thinking: 'Нужен прогноз.', signature: 'abc' },
          { type: 'text', text: 'Смотрю.' },
          { type: 'tool_use', id: 'call-1', name: 'weather', input: { city: 'Москва' } },
          { type: 'server_tool_use', id: 'srv-1', name: 'web_search', input: {} },
          { type: 'non_standard', value: { reasoning: { encrypted_content: 'zzz' } } },
        ],
        tool_calls: [call],
      }),
    ],
    [
      {
        role: 'assistant',
        content: [
          { type: 'reasoning', text: 'Нужен прогноз.' },
          { type: 'text', text: 'Смотрю.' },
          { type: 'tool-call', id: 'call-1', name: 'weather', input: { city: 'Москва' } },
        ],
      },
    ],
  ],
  [
    'an answer of ours, with its thoughts, picture and tool state',
    [
      new AIMessage({
        content: 'Вот кот.',
        additional_kwargs: {
          reasoning_content: 'Рисую.',
          files: [{ fileId: 'file-1', kind: 'image' }],
          functions_state_id: 'state-1',
        },
      }),
    ],
    [
      {
        role: 'assistant',
        content: [
          { type: 'reasoning', text: 'Рисую.' },
          { type: 'text', text: 'Вот кот.' },
          { type: 'file', fileId: 'file-1' },
        ],
        toolStateId: 'state-1',
      },
    ],
  ],
  [
    'an answer of ours in v1 blocks',
    [
      new AIMessage({
        content: [
          { type: 'text', text: 'Вот кот.' },
          { type: 'image', fileId: 'file-1', mimeType: 'image/jpeg' },
          { type: 'tool_call', id: 'call-1', name: 'weather', args: { city: 'Москва' } },
        ],
        response_metadata: { output_version: 'v1', functions_state_id: 'state-1' },
      }),
    ],
    [
      {
        role: 'assistant',
        content: [
          { type: 'text', text: 'Вот кот.' },
          { type: 'file', fileId: 'file-1', mediaType: 'image/jpeg' },
          { type: 'tool-call', id: 'call-1', name: 'weather', input: { city: 'Москва' } },
        ],
        toolStateId: 'state-1',
      },
    ],
  ],
  [
    'an invalid call, only where a result answers it',
    [
      new AIMessage({
        content: '',
        invalid_tool_calls: [
          { type: 'invalid_tool_call', id: 'call-1', name: 'weather', args: '{"city":', error: 'cut' },
          { type: 'invalid_tool_call', id: 'call-2', name: 'weather', args: '{', error: 'cut' },
        ],
      }),
      new ToolMessage({ content: 'bad arguments', tool_call_id: 'call-1', status: 'error' }),
    ],
    [
      { role: 'assistant', content: [{ type: 'tool-call', id: 'call-1', name: 'weather', input: {} }] },
      {
        role: 'tool',
        content: [{ type: 'tool-result', toolCallId: 'call-1', output: 'bad arguments', isError: true }],
      },
    ],
  ],
  ['an answer that says nothing, not at all', [new AIMessage('')], []],
  [
    'the legacy function pair',
    [
      new AIMessage({
        content: '',
        additional_kwargs: { function_call: { name: 'weather', arguments: '{"city":"Москва"}' } },
      }),
      new FunctionMessage({ name: 'weather', content: '{"temp":5}' }),
    ],
    [
      {
        role: 'assistant',
        content: [
          {
            type: 'tool-call',
            id: 'messages[0].function_call',
            name: 'weather',
            input: { city: 'Москва' },
          },
        ],
      },
      {
        role: 'tool',
        content: [
          {
            type: 'tool-result',
            toolCallId: 'messages[0].function_call',
            name: 'weather',
            output: '{"temp":5}',
          },
        ],
      },
    ],
  ],
  [
    'generic messages, by their role',
    [
      new ChatMessage('Кратко.', 'system'),
      new ChatMessage('Привет', 'user'),
      new ChatMessage('Да?', 'assistant'),
    ],
    [
      { role: 'system', content: 'Кратко.' },
      { role: 'user', content: 'Привет' },
      { role: 'assistant', content: 'Да?' },
    ],
  ],
];

test.each(conversions)('%s', (_name, messages, turn) => {
  expect(toTurnMessages(messages)).toEqual(turn);
});

const refusals: readonly [name: string, message: BaseMessage, reason: RegExp][] = [
  ['a RemoveMessage', new RemoveMessage({ id: '1' }), /messages\[0\] is a RemoveMessage/],
  ['a role nobody knows', new ChatMessage('x', 'oracle'), /role "oracle"/],
  [
    'a block nobody knows',
    new HumanMessage({ content: [{ type: 'hologram' }] }),
    /messages\[0\]\.content\[0\] is a block of type "hologram"/,
  ],
  ['a picture without content', new HumanMessage({ content: [{ type: 'image' }] }), /without content/],
  [
    'a file in a system message',
    new SystemMessage({ content: [{ type: 'image', fileId: 'file-1' }] }),
    /files in human messages only/,
  ],
  [
    'a picture from a tool',
    new ToolMessage({
      tool_call_id: '1',
      content: [{ type: 'image_url', image_url: 'data:image/png;base64,AA==' }],
    }),
    /as the tool's artifact/,
  ],
];

test.each(refusals)('refuses %s, saying what to do', (_name, message, reason) => {
  expect(() => toTurnMessages([message])).toThrow(reason);
});
