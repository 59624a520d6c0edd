import { isJsonObject } from '../turn/is-json-object.ts';
import type { JsonObject, JsonValue } from '../turn/json.ts';

// Lenient readers of what the server sent: take what we use, tolerate the rest.

export function asObject(value: JsonValue | undefined): JsonObject | undefined {
  return isJsonObject(value) ? value : undefined;
}

export function asArray(value: JsonValue | undefined): readonly JsonValue[] {
  return Array.isArray(value) ? value : [];
}

/** A text that is there; the empty one counts as absent. */
export function asText(value: JsonValue | undefined): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** A number, or a text that is one: some samples of the server quote them. */
export function asNumber(value: JsonValue | undefined): number | undefined {
  if (typeof value === 'number') return value;
  if (typeof value !== 'string' || value.trim() === '') return undefined;
  const number = Number(value);
  return Number.isFinite(number) ? number : undefined;
}

/** `undefined` when the text is no JSON. */
export function parseJson(text: string): JsonValue | undefined {
  try {
    // JSON.parse yields JSON values and nothing else.
    return JSON.parse(text) as JsonValue;
  } catch {
    return undefined;
  }
}
