import type { StoredFilePart } from '../../turn/content-part.ts';
import type { HistoryEntry } from '../../turn/history-entry.ts';
import type { JsonObject } from '../../turn/json.ts';
import { toJsonText } from '../to-json-text.ts';
import type { FunctionNames } from '../function-names.ts';

/**
 * Messages as v2 takes them: `content` is always parts. Whose message carries a result is where witnesses differ: role `tool` with an
 * object by the specification, role `function` with JSON text on the public host in September 2026.
 */
export function encodeV2Messages(
  entries: readonly HistoryEntry[],
  names: FunctionNames,
  toolResultRole: 'tool' | 'function',
): JsonObject[] {
  return entries.map((entry): JsonObject => {
    switch (entry.role) {
      case 'system':
        return { role: 'system', content: [{ text: entry.text }] };
      case 'user':
        return { role: 'user', content: withFiles(entry.text, entry.files, 'after') };
      case 'assistant': {
        const call = entry.call && {
          function_call: { name: names.toWire(entry.call.name), arguments: entry.call.input },
        };
        const said =
          call !== undefined && entry.text === '' && entry.files.length === 0
            ? []
            : withFiles(entry.text, entry.files, 'before');
        return {
          role: 'assistant',
          // Answers call it `tool_state_id`, requests must call it `tools_state_id`.
          ...(entry.toolStateId !== undefined && { tools_state_id: entry.toolStateId }),
          content: call === undefined ? said : [...said, call],
        };
      }
      case 'tool': {
        const result =
          toolResultRole === 'tool' ? entry.result : toJsonText(entry.result, `output of "${entry.name}"`);
        return {
          role: toolResultRole,
          ...(entry.toolStateId !== undefined && { tools_state_id: entry.toolStateId }),
          content: [{ function_result: { name: names.toWire(entry.name), result } }],
        };
      }
    }
  });
}

/** The server puts the files it made before the text; a user's question comes before what it is about. */
function withFiles(text: string, files: readonly StoredFilePart[], place: 'before' | 'after'): JsonObject[] {
  if (files.length === 0) return [{ text }];
  const part = {
    files: files.map((file) => ({
      id: file.fileId,
      // A made-up subtype such as `video/*` is ours alone.
      ...(file.mediaType !== undefined && !file.mediaType.endsWith('/*') && { mime: file.mediaType }),
    })),
  };
  if (text === '') return [part];
  return place === 'before' ? [part, { text }] : [{ text }, part];
}
