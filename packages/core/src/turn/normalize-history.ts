import type { StoredFilePart, ToolCallPart, ToolResultPart } from './content-part.ts';
import { toResultObject, type AssistantEntry, type HistoryEntry } from './history-entry.ts';
import { messageText } from './message-text.ts';
import type { AssistantMessage, Message, UserMessage } from './message.ts';
import { readToolCallId } from './tool-call-id.ts';
import type { Warning } from './warning.ts';

export interface NormalizedHistory {
  readonly entries: readonly HistoryEntry[];
  readonly warnings: readonly Warning[];
}

export interface NormalizeOptions {
  /** `false` leaves neighbouring messages of one role apart. */
  readonly mergeNeighbours: boolean;
}

/**
 * Brings a history into the shape the server takes: one system message, first; one call per assistant message,
 * each followed by its result; neighbours of one role merged with a blank line; results as JSON objects.
 * A call without a result, or a result without a call, would cost the whole request a 422: it is left out, with a warning.
 */
export function normalizeHistory(messages: readonly Message[], options: NormalizeOptions): NormalizedHistory {
  const warnings: Warning[] = [];
  const entries: HistoryEntry[] = systemEntry(messages, warnings);
  const results = collectResults(messages);

  messages.forEach((message, index) => {
    switch (message.role) {
      case 'system':
        return;
      case 'user':
        return void entries.push(userEntry(message));
      case 'assistant':
        return void entries.push(...assistantEntries(message, index, results, warnings));
      case 'tool':
        return;
    }
  });
  for (const { index } of [...results.values()].flat()) {
    warnings.push({
      type: 'changed',
      field: `messages[${index}]`,
      message:
        'A tool result that answers no call before it was left out: the server refuses such a history.',
    });
  }
  return { entries: options.mergeNeighbours ? mergeNeighbours(entries) : entries, warnings };
}

function systemEntry(messages: readonly Message[], warnings: Warning[]): HistoryEntry[] {
  const texts: string[] = [];
  let isOpening = true;
  messages.forEach((message, index) => {
    if (message.role !== 'system') {
      isOpening = false;
      return;
    }
    const text = messageText(message);
    if (text !== '') texts.push(text);
    if (!isOpening) {
      warnings.push({
        type: 'changed',
        field: `messages[${index}]`,
        message:
          'A system message in the middle was merged into the first one: the server takes one, at the front.',
      });
    }
  });
  return texts.length === 0 ? [] : [{ role: 'system', text: texts.join('\n\n') }];
}

function userEntry(message: UserMessage): HistoryEntry {
  if (typeof message.content === 'string') return { role: 'user', text: message.content, files: [] };
  return { role: 'user', text: messageText(message), files: storedFiles(message.content) };
}

/** Results by call id, in order, with the place each stands at. Some frameworks use one id again in every turn. */
type Results = Map<string, { readonly part: ToolResultPart; readonly index: number }[]>;

function collectResults(messages: readonly Message[]): Results {
  const results: Results = new Map();
  messages.forEach((message, index) => {
    if (message.role !== 'tool') return;
    for (const part of message.content) {
      const same = results.get(part.toolCallId);
      if (same === undefined) results.set(part.toolCallId, [{ part, index }]);
      else same.push({ part, index });
    }
  });
  return results;
}

/** The first result after the call that no call has taken yet. */
function takeResult(results: Results, call: ToolCallPart, callIndex: number): ToolResultPart | undefined {
  const same = results.get(call.id) ?? [];
  const at = same.findIndex(({ index }) => index > callIndex);
  return at === -1 ? undefined : same.splice(at, 1)[0]?.part;
}

function assistantEntries(
  message: AssistantMessage,
  index: number,
  results: Results,
  warnings: Warning[],
): HistoryEntry[] {
  const { content } = message;
  const text = messageText(message);
  const files = typeof content === 'string' ? [] : storedFiles(content);
  const calls = typeof content === 'string' ? [] : content.filter((part) => part.type === 'tool-call');
  const pairs: { call: ToolCallPart; result: ToolResultPart }[] = [];
  for (const call of calls) {
    const result = takeResult(results, call, index);
    if (result === undefined) {
      warnings.push({
        type: 'changed',
        field: `messages[${index}]`,
        message: `The call of "${call.name}" has no result and was left out: the server refuses a call without one.`,
      });
      continue;
    }
    pairs.push({ call, result });
  }
  if (pairs.length === 0) {
    // Nothing said and nothing called: an empty assistant message tells the model nothing.
    if (text === '' && files.length === 0) return [];
    // A state that belonged to the calls left out would ask for their results.
    const toolStateId = calls.length > 0 ? undefined : message.toolStateId;
    return [{ role: 'assistant', text, files, toolStateId, call: undefined }];
  }
  return pairs.flatMap(({ call, result }, position): HistoryEntry[] => {
    const stateId = readToolCallId(call.id)?.stateId ?? (position === 0 ? message.toolStateId : undefined);
    const isFirst = position === 0;
    const asked: AssistantEntry = {
      role: 'assistant',
      text: isFirst ? text : '',
      files: isFirst ? files : [],
      toolStateId: stateId,
      call: { name: call.name, input: call.input },
    };
    return [
      asked,
      {
        role: 'tool',
        name: call.name,
        result: toResultObject(result.output, result.isError === true),
        toolStateId: stateId,
      },
    ];
  });
}

function mergeNeighbours(entries: readonly HistoryEntry[]): HistoryEntry[] {
  const merged: HistoryEntry[] = [];
  for (const entry of entries) {
    const previous = merged.at(-1);
    if (previous?.role === 'user' && entry.role === 'user') {
      merged[merged.length - 1] = {
        role: 'user',
        text: joinTexts(previous.text, entry.text),
        files: [...previous.files, ...entry.files],
      };
    } else if (previous?.role === 'assistant' && previous.call === undefined && entry.role === 'assistant') {
      merged[merged.length - 1] = {
        role: 'assistant',
        text: joinTexts(previous.text, entry.text),
        files: [...previous.files, ...entry.files],
        toolStateId: entry.toolStateId ?? previous.toolStateId,
        call: entry.call,
      };
    } else {
      merged.push(entry);
    }
  }
  return merged;
}

function joinTexts(first: string, second: string): string {
  return first === '' || second === '' ? first + second : `${first}\n\n${second}`;
}

/** Files are ids by now; `checkRequest` refuses the others before this runs. */
function storedFiles(content: readonly { readonly type: string }[]): readonly StoredFilePart[] {
  return content.filter((part): part is StoredFilePart => part.type === 'file' && 'fileId' in part);
}
