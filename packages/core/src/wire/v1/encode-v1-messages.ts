import type { StoredFilePart } from '../../turn/content-part.ts';
import type { HistoryEntry } from '../../turn/history-entry.ts';
import type { JsonObject } from '../../turn/json.ts';
import { toJsonText } from '../to-json-text.ts';
import type { FunctionNames } from '../function-names.ts';

/** Messages as v1 takes them: `content` is always text, files are a flat list of ids, results are JSON text. */
export function encodeV1Messages(entries: readonly HistoryEntry[], names: FunctionNames): JsonObject[] {
  return entries.map((entry): JsonObject => {
    switch (entry.role) {
      case 'system':
        return { role: 'system', content: entry.text };
      case 'user':
        return {
          role: 'user',
          content: entry.text,
          ...(entry.files.length > 0 && { attachments: entry.files.map((file) => file.fileId) }),
        };
      case 'assistant':
        return {
          role: 'assistant',
          content: entry.files.map(tagOf).join('') + entry.text,
          ...(entry.call !== undefined && {
            function_call: { name: names.toWire(entry.call.name), arguments: entry.call.input },
          }),
          ...(entry.toolStateId !== undefined && { functions_state_id: entry.toolStateId }),
        };
      case 'tool':
        // The state id stays on the assistant message: echoed here too, it was once answered with a 422.
        return {
          role: 'function',
          name: names.toWire(entry.name),
          content: toJsonText(entry.result, `output of "${entry.name}"`),
        };
    }
  });
}

/** What the model drew goes back the way it came, so that "make it brighter" has something to mean. */
function tagOf(file: StoredFilePart): string {
  const tag = file.mediaType?.startsWith('video/') === true ? 'video' : 'img';
  return `<${tag} src="${file.fileId}" fuse="true"/>`;
}
