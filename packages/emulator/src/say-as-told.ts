import type { Answer } from './answer.ts';
import { errorAnswer } from './answer.ts';
import type { Arrival } from './answer-request.ts';
import type { ErrorReply, RawReply } from './reply.ts';

const encoder = new TextEncoder();

/** A scripted refusal in the API's shape, or scripted bytes as they are. */
export function sayAsTold({ entry }: Pick<Arrival, 'entry'>, reply: ErrorReply | RawReply): Answer {
  if (reply.type === 'raw') {
    return {
      status: reply.status ?? 200,
      headers: reply.headers ?? {},
      body:
        typeof reply.body === 'string' || reply.body instanceof Uint8Array
          ? bytesOf(reply.body)
          : pieces(reply.body),
    };
  }
  const { status, message, code } = reply;
  const type = entry.endpoint === 'oauth' ? { 'Content-Type': 'application/json' } : {};
  return errorAnswer(status, code === undefined ? { status, message } : { code, message }, {
    ...type,
    ...reply.headers,
  });
}

function bytesOf(part: string | Uint8Array): Uint8Array {
  return typeof part === 'string' ? encoder.encode(part) : part;
}

async function* pieces(parts: readonly (string | Uint8Array)[]): AsyncGenerator<Uint8Array> {
  for (const part of parts) {
    yield bytesOf(part);
    // A turn of the event loop, so that a socket sends the pieces apart.
    await new Promise((resolve) => setImmediate(resolve));
  }
}
