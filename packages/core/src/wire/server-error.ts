import type { JsonObject } from '../turn/json.ts';
import { asNumber, asObject, asText } from './read-json.ts';

/** What the server says when an error object comes in place of an answer. */
export interface ServerErrorNotice {
  readonly status: number;
  readonly message: string;
}

/**
 * An error that travels under HTTP 200: a `status` of 400 or more and no answer beside it. Reported as
 * `{"status":429,"message":"Too many requests"}` in a stream; an `error` member and `code` are understood too.
 */
export function findServerError(body: JsonObject): ServerErrorNotice | undefined {
  // The cheap way out for every ordinary event.
  if (body['choices'] !== undefined || body['messages'] !== undefined) return undefined;
  const error = body['error'];
  const holder = asObject(error) ?? body;
  const status = asNumber(holder['status']) ?? asNumber(holder['code']) ?? asNumber(body['status']);
  const message = asText(holder['message']) ?? asText(error) ?? 'no reason was given';
  if (status !== undefined && status >= 400) return { status, message };
  // An `error` member is never part of an answer, whatever its number.
  return error === undefined || error === null ? undefined : { status: 500, message };
}
