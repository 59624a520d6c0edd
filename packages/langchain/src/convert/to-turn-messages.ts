import { InvalidRequestError } from '@gigakit/core';
import type { Message, SystemMessage, ToolResultPart, UserMessage } from '@gigakit/core/turn';
import {
  AIMessage,
  ChatMessage,
  FunctionMessage,
  HumanMessage,
  SystemMessage as LangChainSystemMessage,
  ToolMessage,
  type BaseMessage,
} from '@langchain/core/messages';
import { toAssistantMessage } from './to-assistant-message.ts';
import { isBlock, toContentPart } from './to-content-part.ts';
import { toToolResult } from './to-tool-result.ts';

/**
 * A LangChain conversation as turn messages. The order stays; results that follow one another become one tool message.
 * @throws InvalidRequestError naming the message that GigaChat cannot be given.
 */
export function toTurnMessages(messages: readonly BaseMessage[]): Message[] {
  const answeredIds = idsOfToolMessages(messages);
  const turn: Message[] = [];
  for (const [index, message] of messages.entries()) {
    const field = `messages[${index}]`;
    const converted = toTurnMessage(message, { field, answeredIds, before: turn });
    if (converted === undefined) continue;
    const last = turn.at(-1);
    if (converted.role === 'tool' && last?.role === 'tool') {
      turn[turn.length - 1] = { role: 'tool', content: [...last.content, ...converted.content] };
    } else {
      turn.push(converted);
    }
  }
  return turn;
}

interface Surroundings {
  readonly field: string;
  readonly answeredIds: ReadonlySet<string>;
  readonly before: readonly Message[];
}

function toTurnMessage(message: BaseMessage, around: Surroundings): Message | undefined {
  const { field } = around;
  switch (message.getType()) {
    case 'system':
    case 'developer':
      return toSystemMessage(message, field);
    case 'human':
      return toUserMessage(message, field);
    case 'ai':
      return toAssistantMessage(message, { field, answeredIds: around.answeredIds });
    case 'tool':
      return toolMessage(toToolResult(message, field));
    case 'function':
      return toolMessage({ ...toToolResult(message, field), ...legacyCall(message, around.before) });
    case 'generic':
      return toTurnMessage(byRole(message, field), around);
    case 'remove':
      throw new InvalidRequestError(
        `${field} is a RemoveMessage, an instruction to a graph's state; apply it before calling the model.`,
        { field },
      );
    default:
      throw new InvalidRequestError(
        `${field} is a message of type "${message.getType()}", which GigaChat has no role for.`,
        { field },
      );
  }
}

const toolMessage = (result: ToolResultPart): Message => ({ role: 'tool', content: [result] });

function toSystemMessage(message: BaseMessage, field: string): SystemMessage {
  if (typeof message.content === 'string') return { role: 'system', content: message.content };
  const parts = message.content.map((block, index) => {
    const part = toContentPart(block, `${field}.content[${index}]`);
    if (part?.type === 'file') {
      throw new InvalidRequestError(
        `${field}.content[${index}] is a file in a system message; GigaChat takes files in human messages only.`,
        { field },
      );
    }
    return part;
  });
  return { role: 'system', content: parts.filter((part) => part !== undefined) };
}

function toUserMessage(message: BaseMessage, field: string): UserMessage {
  const attachments = attachmentsOf(message);
  if (typeof message.content === 'string') {
    if (attachments.length === 0) return { role: 'user', content: message.content };
    return { role: 'user', content: [{ type: 'text', text: message.content }, ...attachments] };
  }
  const parts = message.content.map((block, index) => toContentPart(block, `${field}.content[${index}]`));
  return { role: 'user', content: [...parts.filter((part) => part !== undefined), ...attachments] };
}

/** Ids of uploaded files beside the text: the older packages' own way of attaching. */
function attachmentsOf(message: BaseMessage): { type: 'file'; fileId: string }[] {
  const ids: unknown = message.additional_kwargs['attachments'];
  if (!Array.isArray(ids)) return [];
  return ids.map((id) => ({ type: 'file', fileId: String(isBlock(id) ? (id['file_id'] ?? id['id']) : id) }));
}

/** A generic message says its role in a word of its own; here it becomes the message of that role. */
function byRole(message: BaseMessage, field: string): BaseMessage {
  const role = ChatMessage.isInstance(message) ? message.role : message.getType();
  const { content, additional_kwargs, response_metadata } = message;
  const fields = { content, additional_kwargs, response_metadata };
  switch (role) {
    case 'system':
    case 'developer':
      return new LangChainSystemMessage(fields);
    case 'user':
    case 'human':
      return new HumanMessage(fields);
    case 'assistant':
    case 'ai':
      return new AIMessage(fields);
    case 'function':
    case 'tool':
      return new FunctionMessage({ ...fields, name: message.name ?? '' });
    default:
      throw new InvalidRequestError(
        `${field} is a ChatMessage with the role "${role}"; GigaChat knows system, user, assistant and function.`,
        { field },
      );
  }
}

/** The old function message names its function and no call: it answers the latest call of that name. */
function legacyCall(message: BaseMessage, before: readonly Message[]): { toolCallId: string; name?: string } {
  const name = message.name;
  for (const earlier of before.toReversed()) {
    if (earlier.role !== 'assistant' || typeof earlier.content === 'string') continue;
    const call = earlier.content.findLast(
      (part) => part.type === 'tool-call' && (name === undefined || name === '' || part.name === name),
    );
    if (call?.type === 'tool-call') return { toolCallId: call.id, name: call.name };
  }
  return { toolCallId: '', ...(name === undefined ? {} : { name }) };
}

function idsOfToolMessages(messages: readonly BaseMessage[]): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const message of messages) if (ToolMessage.isInstance(message)) ids.add(message.tool_call_id);
  return ids;
}
