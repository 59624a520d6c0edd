import type { JsonObject, JsonValue } from '@gigakit/core/turn';

/** Makes JSON of anything a tool may return or receive: dates become text, functions and `undefined` fall away. */
export function toJson(value: unknown): JsonValue {
  const text = JSON.stringify(value, (_key, item: unknown) =>
    typeof item === 'bigint' ? String(item) : item,
  );
  return text === undefined ? null : parseJson(text);
}

/** Arguments of a call as the object that the API demands; other values are put under `input`. */
export function toJsonObject(value: unknown): JsonObject {
  const json = toJson(value);
  if (isJsonObject(json)) return json;
  if (typeof json === 'string') {
    // Calls whose arguments could not be parsed come back from `ai` as the text the model wrote.
    const parsed = tryParse(json);
    if (parsed !== undefined && isJsonObject(parsed)) return parsed;
    return json.trim() === '' ? {} : { input: json };
  }
  return json === null ? {} : { input: json };
}

export function isJsonObject(value: JsonValue): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function tryParse(text: string): JsonValue | undefined {
  try {
    return parseJson(text);
  } catch {
    return undefined;
  }
}

// JSON.parse can yield nothing else.
function parseJson(text: string): JsonValue {
  return JSON.parse(text) as JsonValue;
}
