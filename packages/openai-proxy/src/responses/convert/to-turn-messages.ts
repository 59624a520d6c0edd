import type { FilePart, Message, TextPart } from '@gigakit/core/turn';
import { badRequest } from '../../proxy-error.ts';
import { toToolInput, toToolOutput } from '../../tool-text.ts';
import type { ResponsesItem, ResponsesRequest } from '../openai-types.ts';

type Content = Extract<ResponsesItem, { role: string }>['content'];
type Part = Exclude<Content, string>[number];
type CallItem = Extract<ResponsesItem, { type: 'function_call' }>;

/** Items of the Responses API as a conversation: calls that stand one after the other were made in one message. */
export function toTurnMessages({ input, instructions }: ResponsesRequest): Message[] {
  const messages: Message[] = instructions ? [{ role: 'system', content: instructions }] : [];
  if (typeof input === 'string') return [...messages, { role: 'user', content: input }];
  let calls: CallItem[] = [];
  const known = new Set<string>();
  const answered = new Set<string>();
  const flush = () => {
    if (calls.length === 0) return;
    messages.push({
      role: 'assistant',
      content: calls.map((call) => ({
        type: 'tool-call',
        id: call.call_id,
        name: call.name,
        input: toToolInput(call.arguments, call.call_id),
      })),
    });
    calls = [];
  };
  input.forEach((item, index) => {
    const field = `input[${index}]`;
    if (isOf(item, 'function_call')) {
      calls.push(item);
      known.add(item.call_id);
      return;
    }
    flush();
    if (isOf(item, 'function_call_output')) {
      if (!known.has(item.call_id)) {
        throw badRequest(
          field,
          `\`${field}\` answers the call "${item.call_id}", which no item before it made.`,
        );
      }
      answered.add(item.call_id);
      const output = typeof item.output === 'string' ? item.output : textOf(item.output);
      messages.push({
        role: 'tool',
        content: [{ type: 'tool-result', toolCallId: item.call_id, output: toToolOutput(output) }],
      });
    } else if (item.type === undefined || item.type === 'message') {
      messages.push(...toMessages(item.role, item.content, field));
    }
    // What the model thought is shown to people and never sent back.
  });
  flush();
  for (const id of known) {
    if (!answered.has(id))
      throw badRequest('input', `The call "${id}" has no \`function_call_output\` after it.`);
  }
  return messages;
}

function isOf<Type extends 'function_call' | 'function_call_output'>(
  item: ResponsesItem,
  type: Type,
): item is Extract<ResponsesItem, { type: Type }> {
  return item.type === type;
}

type Role = Extract<ResponsesItem, { role: unknown; content: unknown }>['role'];

function toMessages(role: Role, content: Content, field: string): Message[] {
  if (role === 'user') return toUserMessages(content, field);
  const text = typeof content === 'string' ? content : textOf(content);
  return [role === 'assistant' ? { role, content: text } : { role: 'system', content: text }];
}

/** GigaChat reads one picture a message, so a message with more of them becomes several. */
function toUserMessages(content: Content, field: string): Message[] {
  if (typeof content === 'string') return [{ role: 'user', content }];
  const text = textOf(content);
  const joined: TextPart[] = text === '' ? [] : [{ type: 'text', text }];
  const files = content.flatMap((part, index) => toFilePart(part, `${field}.content[${index}]`));
  const [first, ...others] = files;
  return [
    ...others.map((file): Message => ({ role: 'user', content: [file] })),
    { role: 'user', content: first === undefined ? joined : [...joined, first] },
  ];
}

function toFilePart(part: Part, field: string): FilePart[] {
  if (part.type !== 'input_image' && part.type !== 'input_file') return [];
  const named = part.type === 'input_file' && part.filename ? { filename: part.filename } : {};
  if (part.file_id) return [{ type: 'file', fileId: part.file_id, ...named }];
  const url = part.type === 'input_image' ? part.image_url : part.file_url;
  if (url) return [{ type: 'file', url, ...named }];
  if (part.type === 'input_file' && part.file_data) {
    const { file_data: data } = part;
    return [
      data.startsWith('data:') ? { type: 'file', url: data, ...named } : { type: 'file', data, ...named },
    ];
  }
  throw badRequest(field, `\`${field}\` names no file: give \`file_id\`, a URL or the data.`);
}

const textOf = (parts: readonly { readonly type: string; text?: unknown; refusal?: unknown }[]): string =>
  parts
    .flatMap(({ text, refusal }) =>
      typeof text === 'string' ? [text] : typeof refusal === 'string' ? [refusal] : [],
    )
    .join('\n');
