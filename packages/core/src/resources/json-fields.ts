import { isJsonObject } from '../turn/is-json-object.ts';
import type { JsonObject, JsonValue } from '../turn/json.ts';
import { asArray, asNumber, asObject } from '../wire/read-json.ts';

// Lenient readers: what we use is taken when it has a usable shape, and everything else is tolerated, so that
// a field the server renames or adds tomorrow breaks nobody today.

/** The value when it is an object, else an empty one. */
export const objectOf = (value: JsonValue | undefined): JsonObject => asObject(value) ?? {};

/** The objects of a list; anything else in it is passed over. */
export const objectsOf = (value: JsonValue | undefined): readonly JsonObject[] =>
  asArray(value).filter(isJsonObject);

/** A string as it is, a number as text. */
export function stringField(object: JsonObject, key: string): string | undefined {
  const value = object[key];
  if (typeof value === 'string') return value;
  return typeof value === 'number' ? String(value) : undefined;
}

/** A number as it is, and one that came as text. */
export const numberField = (object: JsonObject, key: string): number | undefined => asNumber(object[key]);

export function booleanField(object: JsonObject, key: string): boolean | undefined {
  const value = object[key];
  return typeof value === 'boolean' ? value : undefined;
}

/** The strings of a list; `undefined` when there is no list. */
export function stringsField(object: JsonObject, key: string): readonly string[] | undefined {
  const value = object[key];
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : undefined;
}

/**
 * Unix time in milliseconds, from seconds (what the API documents), milliseconds, or an ISO date.
 * Numbers below 1e11 are seconds: as milliseconds they would lie before 1973.
 */
export function timeField(object: JsonObject, key: string): number | undefined {
  const number = numberField(object, key);
  if (number !== undefined) return number < 1e11 ? number * 1000 : number;
  const text = stringField(object, key);
  const parsed = text === undefined ? Number.NaN : Date.parse(text);
  return Number.isNaN(parsed) ? undefined : parsed;
}
