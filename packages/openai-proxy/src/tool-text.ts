import type { JsonObject, JsonValue } from '@gigakit/core/turn';
import { badRequest } from './proxy-error.ts';

/** Arguments of a call as an object. @throws ProxyError 400 that names the call. */
export function toToolInput(text: string, callId: string): JsonObject {
  if (text.trim() === '') return {};
  const value = parse(text);
  if (isObject(value)) return value;
  throw badRequest('arguments', `The arguments of the call "${callId}" are not a JSON object.`);
}

/** The result of a call: an object or a list when the text is one, else the text as it is. */
export function toToolOutput(text: string): JsonValue {
  if (!/^\s*[[{]/.test(text)) return text;
  // Digits that a double cannot hold would come out as other digits.
  if (/[\s:,[]-?\d{16,}/.test(text)) return text;
  return parse(text) ?? text;
}

function parse(text: string): JsonValue | undefined {
  try {
    return JSON.parse(text) as JsonValue;
  } catch {
    return undefined;
  }
}

const isObject = (value: JsonValue | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
