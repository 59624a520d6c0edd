import type {
  AssistantMessage,
  FilePart,
  JsonObject,
  ReasoningPart,
  TextPart,
  ToolCallPart,
} from '@gigakit/core/turn';
import { AIMessage, type BaseMessage } from '@langchain/core/messages';
import { isBlock, type Block } from './to-content-part.ts';

type AssistantPart = TextPart | ReasoningPart | FilePart | ToolCallPart;

interface Surroundings {
  readonly field: string;
  /** Ids of calls that a tool message of the same history answers. */
  readonly answeredIds: ReadonlySet<string>;
}

/**
 * What a model said: this one or another, in whichever dialect its package keeps. Traces that only their own
 * provider can read (server tools, signatures, encrypted reasoning) stay behind; text, files and calls go along.
 * `undefined` when nothing is left to say.
 */
export function toAssistantMessage(message: BaseMessage, around: Surroundings): AssistantMessage | undefined {
  const parts: AssistantPart[] = [];
  if (typeof message.content === 'string') {
    if (message.content !== '') parts.push({ type: 'text', text: message.content });
  } else {
    for (const block of message.content) parts.push(...fromBlock(block));
  }
  const reasoning = message.additional_kwargs['reasoning_content'];
  if (typeof reasoning === 'string' && reasoning !== '' && !parts.some((part) => part.type === 'reasoning')) {
    parts.unshift({ type: 'reasoning', text: reasoning });
  }
  addGeneratedFiles(parts, message.additional_kwargs['files']);
  addToolCalls(parts, message, around);

  if (parts.length === 0) return undefined;
  const state = toolStateOf(message);
  const [only] = parts;
  const content = parts.length === 1 && only?.type === 'text' ? only.text : parts;
  return { role: 'assistant', content, ...(state === undefined ? {} : { toolStateId: state }) };
}

function fromBlock(block: Block): AssistantPart[] {
  switch (block['type']) {
    case 'text':
    case 'output_text':
      return typeof block['text'] === 'string' && block['text'] !== ''
        ? [{ type: 'text', text: block['text'] }]
        : [];
    case 'refusal':
      return typeof block['refusal'] === 'string' ? [{ type: 'text', text: block['refusal'] }] : [];
    case 'reasoning':
      return typeof block['reasoning'] === 'string' && block['reasoning'] !== ''
        ? [{ type: 'reasoning', text: block['reasoning'] }]
        : [];
    case 'thinking':
      return typeof block['thinking'] === 'string' && block['thinking'] !== ''
        ? [{ type: 'reasoning', text: block['thinking'] }]
        : [];
    case 'image':
    case 'audio':
    case 'video':
    case 'file':
      return typeof block['fileId'] === 'string' ? [storedFile(block['fileId'], block['mimeType'])] : [];
    default:
      return [];
  }
}

const storedFile = (fileId: string, mediaType: unknown): FilePart => ({
  type: 'file',
  fileId,
  ...(typeof mediaType === 'string' ? { mediaType } : {}),
});

/** Pictures of an earlier answer are kept as `additional_kwargs.files` when the content is plain text. */
function addGeneratedFiles(parts: AssistantPart[], files: unknown): void {
  if (!Array.isArray(files)) return;
  for (const file of files) {
    if (!isBlock(file) || typeof file['fileId'] !== 'string') continue;
    const { fileId } = file;
    if (parts.some((part) => part.type === 'file' && part.fileId === fileId)) continue;
    parts.push(storedFile(fileId, file['mediaType']));
  }
}

function addToolCalls(parts: AssistantPart[], message: BaseMessage, around: Surroundings): void {
  if (!AIMessage.isInstance(message)) return;
  const calls = message.tool_calls ?? [];
  for (const [index, call] of calls.entries()) {
    parts.push({
      type: 'tool-call',
      id: call.id ?? `${around.field}.tool_calls[${index}]`,
      name: call.name,
      input: call.args,
    });
  }
  // A call whose arguments did not parse is kept only where a tool message answers it: a result needs its call.
  for (const call of message.invalid_tool_calls ?? []) {
    if (call.id === undefined || !around.answeredIds.has(call.id)) continue;
    parts.push({ type: 'tool-call', id: call.id, name: call.name ?? 'unknown', input: {} });
  }
  if (calls.length === 0) addLegacyCall(parts, message, around);
}

/** `additional_kwargs.function_call`, from before LangChain had `tool_calls`. */
function addLegacyCall(parts: AssistantPart[], message: BaseMessage, around: Surroundings): void {
  const call: unknown = message.additional_kwargs.function_call;
  if (!isBlock(call) || typeof call['name'] !== 'string') return;
  parts.push({
    type: 'tool-call',
    id: `${around.field}.function_call`,
    name: call['name'],
    input: parseArguments(call['arguments']),
  });
}

function parseArguments(value: unknown): JsonObject {
  if (typeof value !== 'string') return isBlock(value) ? (value as JsonObject) : {};
  try {
    const parsed: unknown = JSON.parse(value);
    return isBlock(parsed) ? (parsed as JsonObject) : {};
  } catch {
    return {};
  }
}

/** The id under every name it goes by: v1's, v2's, and the older JS package's misspelling of v1's. */
function toolStateOf(message: BaseMessage): string | undefined {
  for (const record of [message.additional_kwargs, message.response_metadata]) {
    for (const key of ['functions_state_id', 'tools_state_id', 'tool_state_id', 'function_state_id']) {
      const value: unknown = record[key];
      if (typeof value === 'string' && value !== '') return value;
    }
  }
  return undefined;
}
