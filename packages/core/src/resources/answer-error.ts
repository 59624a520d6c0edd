import { apiErrorOf } from '../errors/api-error-of.ts';
import { ServerError } from '../errors/api-error.ts';
import { GigaChatError } from '../errors/gigachat-error.ts';
import { StreamError } from '../errors/stream-error.ts';
import type { HttpResponse } from '../transport/send.ts';
import { isJsonObject } from '../turn/is-json-object.ts';
import { parseJson } from '../wire/read-json.ts';
import { findServerError } from '../wire/server-error.ts';

export interface BrokenAnswer {
  readonly operation: string;
  readonly headers: Readonly<Record<string, string>>;
  /** The answer's text up to the break. */
  readonly text: string;
  /** Whether the caller has seen anything of the answer. */
  readonly hasEvents: boolean;
}

/**
 * What a broken answer is reported as. An error the server sent before anything of the answer is the `ApiError` it would
 * have been with an honest status; later it is a `StreamError`, since repeating the call would repeat what was shown.
 */
export function answerErrorOf(error: unknown, broken: BrokenAnswer): unknown {
  const { text, hasEvents, headers, operation } = broken;
  const requestId = headers['x-request-id'];
  if (error instanceof StreamError) {
    if (!hasEvents && error.reason === 'server-error' && error.status !== undefined) {
      return apiErrorOf({
        status: error.status,
        headers,
        bodyText: error.lastFrame ?? '',
        url: 'about:blank',
        operation,
      });
    }
    return new StreamError(error.message, {
      reason: error.reason,
      status: error.status,
      lastFrame: error.lastFrame,
      isRetryable: error.isRetryable,
      cause: error.cause,
      requestId,
      text,
    });
  }
  if (GigaChatError.isInstance(error) && error.kind !== 'connection') return error;
  return new StreamError('The connection broke before the answer was complete.', {
    reason: 'connection-lost',
    isRetryable: true,
    cause: error,
    requestId,
    text,
  });
}

/** A 200 whose body is no event stream is an error object or a gateway's page; its words are worth more than "ended early". */
export async function assertEventStream(response: HttpResponse, operation: string): Promise<void> {
  const type = response.headers['content-type'];
  if (type === undefined || /event-stream/i.test(type)) return;
  const { headers } = response;
  const bodyText = await response.text();
  const json = parseJson(bodyText);
  const notice = isJsonObject(json) ? findServerError(json) : undefined;
  if (notice !== undefined)
    throw apiErrorOf({ status: notice.status, headers, bodyText, url: 'about:blank', operation });
  throw new ServerError(
    `${operation}: a stream was asked for and "${type}" came instead of an event stream.`,
    {
      status: response.status,
      headers,
      requestId: headers['x-request-id'],
      body: (json === undefined ? bodyText : JSON.stringify(json)).slice(0, 4000),
    },
  );
}
