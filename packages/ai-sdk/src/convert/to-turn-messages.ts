import { InvalidPromptError } from '@ai-sdk/provider-v4';
import type {
  AssistantMessage,
  FilePart,
  Message,
  ReasoningPart,
  TextPart,
  ToolCallPart,
  ToolResultPart,
} from '@gigakit/core/turn';
import type { CallWarning } from './call-warning.ts';
import type { PromptMessage, PromptPart } from './chat-call.ts';
import { readNamespace } from './read-namespace.ts';
import { toFilePart } from './to-file-part.ts';
import { toJsonObject } from './to-json.ts';
import { toToolOutput } from './to-tool-output.ts';

export interface TurnMessages {
  readonly messages: readonly Message[];
  readonly warnings: readonly CallWarning[];
}

/** A prompt of any major as messages of a turn. */
export function toTurnMessages(prompt: readonly PromptMessage[], providerName: string): TurnMessages {
  const messages: Message[] = [];
  const warnings: CallWarning[] = [];
  for (const [index, message] of prompt.entries()) {
    const parts = partsOf(message);
    switch (message.role) {
      case 'system':
        messages.push({ role: 'system', content: textOf(parts) });
        break;
      case 'user':
        messages.push({
          role: 'user',
          content: simplest(parts.map((part) => toUserPart(part, providerName))),
        });
        break;
      case 'assistant':
        messages.push(toAssistantMessage(message, parts, index, providerName, warnings));
        break;
      case 'tool':
        pushToolResults(messages, parts, index, providerName, warnings);
        break;
      default:
        throw new InvalidPromptError({
          prompt,
          message: `prompt[${index}].role is "${String(message.role satisfies never)}": use system, user, assistant or tool.`,
        });
    }
  }
  return { messages, warnings };
}

function partsOf(message: PromptMessage): readonly PromptPart[] {
  return typeof message.content === 'string' ? [{ type: 'text', text: message.content }] : message.content;
}

function textOf(parts: readonly PromptPart[]): string {
  return parts.map((part) => part.text ?? '').join('\n');
}

function toUserPart(part: PromptPart, providerName: string): TextPart | FilePart {
  return part.type === 'text' ? { type: 'text', text: part.text ?? '' } : toFilePart(part, providerName);
}

/** One text is clearest as a string. */
function simplest<Part extends { readonly type: string }>(
  parts: readonly (Part | TextPart)[],
): string | readonly (Part | TextPart)[] {
  const [only] = parts;
  return parts.length === 1 && only !== undefined && isText(only) ? only.text : parts;
}

function isText(part: { readonly type: string }): part is TextPart {
  return part.type === 'text';
}

type AssistantPart = TextPart | ReasoningPart | FilePart | ToolCallPart;

function toAssistantMessage(
  message: PromptMessage,
  parts: readonly PromptPart[],
  index: number,
  providerName: string,
  warnings: CallWarning[],
): AssistantMessage {
  const content: AssistantPart[] = [];
  let toolStateId = stateIdOf(message, providerName);
  for (const part of parts) {
    toolStateId ??= stateIdOf(part, providerName);
    const converted = toAssistantPart(part, providerName);
    if (converted === 'skip') continue;
    if (converted !== 'unknown') content.push(converted);
    else {
      warnings.push({
        type: 'unsupported',
        feature: `prompt[${index}].${part.type}`,
        details: `A "${part.type}" part of the history was left out: it means something to the model that made it only.`,
      });
    }
  }
  return {
    role: 'assistant',
    content: simplest(content),
    ...(toolStateId === undefined ? {} : { toolStateId }),
  };
}

function toAssistantPart(part: PromptPart, providerName: string): AssistantPart | 'skip' | 'unknown' {
  switch (part.type) {
    case 'text':
      return { type: 'text', text: part.text ?? '' };
    case 'reasoning':
      return { type: 'reasoning', text: part.text ?? '' };
    case 'file':
    case 'image':
      return toFilePart(part, providerName);
    case 'tool-call':
      // The server remembers its own tools by the state id; the history must not repeat their calls.
      if (part.providerExecuted === true) return 'skip';
      return {
        type: 'tool-call',
        id: part.toolCallId ?? '',
        name: part.toolName ?? '',
        input: toJsonObject(part.input ?? part.args),
      };
    case 'tool-result':
    case 'tool-approval-request':
    case 'redacted-reasoning':
      return 'skip';
    default:
      return 'unknown';
  }
}

function stateIdOf(holder: PromptMessage | PromptPart, providerName: string): string | undefined {
  const id = readNamespace(holder, providerName)['toolStateId'];
  return typeof id === 'string' ? id : undefined;
}

function pushToolResults(
  messages: Message[],
  parts: readonly PromptPart[],
  index: number,
  providerName: string,
  warnings: CallWarning[],
): void {
  const results: ToolResultPart[] = [];
  const files: FilePart[] = [];
  for (const part of parts) {
    // Approvals concern `ai` alone: by the time the model is asked again there is a result or a denial.
    if (part.type !== 'tool-result') continue;
    const output = toToolOutput(part, providerName);
    results.push({
      type: 'tool-result',
      toolCallId: part.toolCallId ?? '',
      ...(part.toolName === undefined ? {} : { name: part.toolName }),
      output: output.output,
      ...(output.isError ? { isError: true } : {}),
    });
    files.push(...output.files);
    for (const kind of output.skipped) {
      warnings.push({
        type: 'unsupported',
        feature: `prompt[${index}].tool-result.${kind}`,
        details: `A "${kind}" item of a tool result was left out: GigaChat cannot read it.`,
      });
    }
  }
  if (results.length > 0) messages.push({ role: 'tool', content: results });
  if (files.length > 0) messages.push({ role: 'user', content: files });
}
