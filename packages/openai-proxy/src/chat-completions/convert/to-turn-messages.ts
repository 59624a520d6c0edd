import type { FilePart, Message, TextPart, ToolCallPart } from '@gigakit/core/turn';
import { badRequest } from '../../proxy-error.ts';
import { toToolInput, toToolOutput } from '../../tool-text.ts';
import type { ChatMessage } from '../openai-types.ts';

type UserPart = Exclude<Extract<ChatMessage, { role: 'user' }>['content'], string>[number];
type AssistantMessage = Extract<ChatMessage, { role: 'assistant' }>;

/** OpenAI's messages as a conversation. @throws ProxyError 400 for calls and results that do not pair. */
export function toTurnMessages(messages: readonly ChatMessage[]): Message[] {
  checkPairs(messages);
  return messages.flatMap((message, index): Message[] => {
    switch (message.role) {
      case 'system':
      case 'developer':
        return [{ role: 'system', content: textOf(message.content) }];
      case 'user':
        return toUserMessages(message.content, `messages[${index}]`);
      case 'assistant':
        return [{ role: 'assistant', content: toAssistantContent(message) }];
      case 'tool':
        return [
          {
            role: 'tool',
            content: [
              {
                type: 'tool-result',
                toolCallId: message.tool_call_id,
                output: toToolOutput(textOf(message.content)),
              },
            ],
          },
        ];
    }
  });
}

const textOf = (content: string | readonly { readonly text: string }[]): string =>
  typeof content === 'string' ? content : content.map(({ text }) => text).join('\n');

/** GigaChat reads one picture a message, so a message with more of them becomes several. */
function toUserMessages(content: string | readonly UserPart[], field: string): Message[] {
  if (typeof content === 'string') return [{ role: 'user', content }];
  const parts = content.map((part, index) => toUserPart(part, `${field}.content[${index}]`));
  const text = parts.filter((part) => part.type === 'text');
  const files = parts.filter((part) => part.type === 'file');
  const joined: TextPart[] =
    text.length === 0 ? [] : [{ type: 'text', text: text.map((part) => part.text).join('\n') }];
  const [first, ...others] = files;
  if (first === undefined) return [{ role: 'user', content: joined }];
  // The text goes last, beside a picture, so that it is about everything before it.
  return [
    ...others.map((file): Message => ({ role: 'user', content: [file] })),
    { role: 'user', content: [...joined, first] },
  ];
}

function toUserPart(part: UserPart, field: string): TextPart | FilePart {
  switch (part.type) {
    case 'text':
      return { type: 'text', text: part.text };
    case 'image_url':
      return { type: 'file', url: part.image_url.url };
    case 'input_audio':
      return { type: 'file', data: part.input_audio.data, filename: `audio.${part.input_audio.format}` };
    case 'file': {
      const { file_id: fileId, file_data: data, filename } = part.file;
      const named = filename === undefined ? {} : { filename };
      if (fileId !== undefined) return { type: 'file', fileId, ...named };
      if (data === undefined)
        throw badRequest(field, `\`${field}\` has neither \`file_id\` nor \`file_data\`.`);
      return data.startsWith('data:')
        ? { type: 'file', url: data, ...named }
        : { type: 'file', data, ...named };
    }
  }
}

function toAssistantContent({ content, tool_calls: calls }: AssistantMessage): (TextPart | ToolCallPart)[] {
  const text =
    typeof content === 'string'
      ? content
      : (content ?? []).map((part) => (part.type === 'text' ? part.text : part.refusal)).join('');
  return [
    ...(text === '' ? [] : [{ type: 'text' as const, text }]),
    ...(calls ?? []).map(({ id, function: called }) => ({
      type: 'tool-call' as const,
      id,
      name: called.name,
      input: toToolInput(called.arguments, id),
    })),
  ];
}

/** Both ends must be there: the server refuses a call without a result, and a result without a call. */
function checkPairs(messages: readonly ChatMessage[]): void {
  const open = new Map<string, string>();
  messages.forEach((message, index) => {
    const field = `messages[${index}]`;
    if (message.role === 'tool') {
      if (!open.delete(message.tool_call_id)) {
        throw badRequest(
          `${field}.tool_call_id`,
          `\`${field}\` answers the call "${message.tool_call_id}", which no message before it made.`,
        );
      }
      return;
    }
    refuseOpen(open);
    if (message.role !== 'assistant') return;
    (message.tool_calls ?? []).forEach(({ id }, call) => open.set(id, `${field}.tool_calls[${call}]`));
  });
  refuseOpen(open);
}

function refuseOpen(open: ReadonlyMap<string, string>): void {
  const [first] = open;
  if (first === undefined) return;
  const [id, field] = first;
  throw badRequest(
    field,
    `The call "${id}" has no result: a message with role "tool" and that id must follow it.`,
  );
}
