import type { StoredFilePart } from './content-part.ts';
import { isJsonObject } from './is-json-object.ts';
import type { JsonObject, JsonValue } from './json.ts';

/** One message of a history in the only shape both generations accept; see `normalizeHistory`. */
export type HistoryEntry =
  | { readonly role: 'system'; readonly text: string }
  | { readonly role: 'user'; readonly text: string; readonly files: readonly StoredFilePart[] }
  | AssistantEntry
  | ToolResultEntry;

export interface AssistantEntry {
  readonly role: 'assistant';
  readonly text: string;
  readonly files: readonly StoredFilePart[];
  readonly toolStateId: string | undefined;
  /** Answered by the entry that follows. */
  readonly call: { readonly name: string; readonly input: JsonObject } | undefined;
}

export interface ToolResultEntry {
  readonly role: 'tool';
  readonly name: string;
  readonly result: JsonObject;
  readonly toolStateId: string | undefined;
}

/**
 * What a function returned, as an object: the server parses results as JSON, and text or a bare number there is
 * a refusal or a surprise. Text that already holds a JSON object is that object; anything else is wrapped.
 */
export function toResultObject(output: JsonValue | undefined, isError: boolean): JsonObject {
  const value = readText(output);
  if (isError) return isJsonObject(value) && 'error' in value ? value : { error: value };
  return isJsonObject(value) ? value : { result: value };
}

function readText(output: JsonValue | undefined): JsonValue {
  if (output === undefined) return null;
  if (typeof output !== 'string' || !/^\s*[[{]/.test(output)) return output;
  try {
    // JSON.parse yields JSON values and nothing else.
    return JSON.parse(output) as JsonValue;
  } catch {
    return output;
  }
}
