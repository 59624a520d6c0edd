import { StreamError } from '../errors/stream-error.ts';
import type { SseMessage } from '../sse/sse-message.ts';
import type { JsonObject } from '../turn/json.ts';
import { isJsonObject } from '../turn/is-json-object.ts';
import { parseJson } from './read-json.ts';
import { findServerError } from './server-error.ts';

/** @throws StreamError when the frame is no JSON object, or an error in place of an event. */
export function parseFrame(message: SseMessage): JsonObject {
  const frame = parseJson(message.data);
  if (!isJsonObject(frame)) {
    throw new StreamError('The server sent a stream event that is no JSON object.', {
      reason: 'malformed',
      lastFrame: message.data.slice(0, 1000),
    });
  }
  const notice = findServerError(frame);
  if (notice !== undefined) throw serverError(notice.status, notice.message, message.data);
  return frame;
}

export function serverError(status: number, message: string, frame: string): StreamError {
  return new StreamError(`The server sent an error in place of an answer: ${status} ${message}`, {
    reason: 'server-error',
    status,
    lastFrame: frame.slice(0, 1000),
    isRetryable: status === 429 || status >= 500,
  });
}
