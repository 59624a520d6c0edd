import { StreamError } from '../errors/stream-error.ts';
import type { JsonObject, JsonValue } from '../turn/json.ts';
import { serverError } from './parse-frame.ts';
import { isJsonObject } from '../turn/is-json-object.ts';
import { findServerError } from './server-error.ts';

/**
 * The body of a whole answer: an object that has one of the keys an answer has.
 * @throws StreamError for an error in place of an answer, and for JSON that is neither.
 */
export function readAnswer(body: JsonValue, keys: readonly string[]): JsonObject {
  const text = (): string => JSON.stringify(body).slice(0, 1000);
  if (isJsonObject(body)) {
    const notice = findServerError(body);
    if (notice !== undefined) throw serverError(notice.status, notice.message, text());
    if (keys.some((key) => key in body)) return body;
  }
  throw new StreamError('The server sent JSON that is no answer of the chat API.', {
    reason: 'malformed',
    lastFrame: text(),
  });
}
