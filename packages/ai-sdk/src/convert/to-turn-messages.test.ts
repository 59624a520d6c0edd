import { describe, expect, it } from 'vitest';
import type { PromptMessage } from './chat-call.ts';
import { toTurnMessages } from './to-turn-messages.ts';

const convert = (...prompt: readonly PromptMessage[]) => toTurnMessages(prompt, 'gigachat');

const bytes = new Uint8Array([1, 2, 3]);

describe('messages of any major', () => {
  it('keep their order, several system messages among them', () => {
    const { messages } = convert(
      { role: 'system', content: 'Ты помощник.' },
      { role: 'user', content: [{ type: 'text', text: 'Привет' }] },
      { role: 'assistant', content: [{ type: 'text', text: 'Здравствуйте' }] },
      { role: 'system', content: 'Отвечай кратко.' },
      { role: 'user', content: [{ type: 'text', text: 'Как дела?' }] },
    );

    expect(messages).toEqual([
      { role: 'system', content: 'Ты помощник.' },
      { role: 'user', content: 'Привет' },
      { role: 'assistant', content: 'Здравствуйте' },
      { role: 'system', content: 'Отвечай кратко.' },
      { role: 'user', content: 'Как дела?' },
    ]);
  });

  it.each([
    ['input, of V2 and later', { type: 'tool-call', toolCallId: 'c1', toolName: 'f', input: { a: 1 } }],
    ['args, of V1', { type: 'tool-call', toolCallId: 'c1', toolName: 'f', args: { a: 1 } }],
    ['text that the model wrote', { type: 'tool-call', toolCallId: 'c1', toolName: 'f', input: '{"a":1}' }],
  ])('read a call with %s', (_name, part) => {
    expect(convert({ role: 'assistant', content: [part] }).messages).toEqual([
      { role: 'assistant', content: [{ type: 'tool-call', id: 'c1', name: 'f', input: { a: 1 } }] },
    ]);
  });

  it('keep parallel calls in one message, for the client to spread', () => {
    const { messages } = convert({
      role: 'assistant',
      content: [
        { type: 'tool-call', toolCallId: 'a', toolName: 'f', input: {} },
        { type: 'tool-call', toolCallId: 'b', toolName: 'f', input: {} },
      ],
    });

    expect(messages).toMatchObject([{ content: [{ id: 'a' }, { id: 'b' }] }]);
  });

  it('keep reasoning apart, and leave out what only its maker reads', () => {
    const { messages, warnings } = convert({
      role: 'assistant',
      content: [
        { type: 'reasoning', text: 'Хм' },
        { type: 'redacted-reasoning', data: 'x' },
        { type: 'custom', kind: 'openai.compaction' },
        { type: 'text', text: 'Да' },
      ],
    });

    expect(messages).toEqual([
      {
        role: 'assistant',
        content: [
          { type: 'reasoning', text: 'Хм' },
          { type: 'text', text: 'Да' },
        ],
      },
    ]);
    expect(warnings).toMatchObject([{ type: 'unsupported', feature: 'prompt[0].custom' }]);
  });

  it.each([
    [
      'the text part',
      { content: [{ type: 'text', text: 'Да', providerOptions: { gigachat: { toolStateId: 's' } } }] },
    ],
    [
      'the message',
      { content: [{ type: 'text', text: 'Да' }], providerOptions: { gigachat: { toolStateId: 's' } } },
    ],
    [
      'V1 metadata',
      { content: [{ type: 'text', text: 'Да' }], providerMetadata: { gigachat: { toolStateId: 's' } } },
    ],
  ])('take the state of built-in tools from %s', (_name, message) => {
    expect(convert({ role: 'assistant', ...message }).messages).toEqual([
      { role: 'assistant', content: 'Да', toolStateId: 's' },
    ]);
  });

  it('do not repeat calls that GigaChat made itself', () => {
    const { messages } = convert({
      role: 'assistant',
      content: [
        { type: 'tool-call', toolCallId: 'w', toolName: 'search', input: {}, providerExecuted: true },
        { type: 'tool-result', toolCallId: 'w', toolName: 'search', output: { type: 'json', value: {} } },
        { type: 'text', text: 'Нашёл' },
      ],
    });

    expect(messages).toEqual([{ role: 'assistant', content: 'Нашёл' }]);
  });

  it('carry an assistant turn without words', () => {
    expect(convert({ role: 'assistant', content: [] }).messages).toEqual([
      { role: 'assistant', content: [] },
    ]);
  });

  it('skip approvals, which concern ai alone', () => {
    expect(convert({ role: 'tool', content: [{ type: 'tool-approval-response' }] }).messages).toEqual([]);
  });

  it('send pictures of a tool result after it, since results are text', () => {
    const { messages } = convert({
      role: 'tool',
      content: [
        {
          type: 'tool-result',
          toolCallId: 'c1',
          toolName: 'shot',
          output: {
            type: 'content',
            value: [
              { type: 'text', text: 'Снимок' },
              { type: 'file', data: { type: 'data', data: bytes }, mediaType: 'image/png' },
            ],
          },
        },
      ],
    });

    expect(messages).toEqual([
      {
        role: 'tool',
        content: [
          {
            type: 'tool-result',
            toolCallId: 'c1',
            name: 'shot',
            output: 'Снимок\n[1 file(s) attached to the next message]',
          },
        ],
      },
      { role: 'user', content: [{ type: 'file', data: bytes, mediaType: 'image/png' }] },
    ]);
  });
});
