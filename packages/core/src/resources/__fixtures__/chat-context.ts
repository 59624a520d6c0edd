import { createHttpResponse } from '../../transport/http-response.ts';
import type { HttpResponse } from '../../transport/send.ts';
import type { JsonValue } from '../../turn/json.ts';
import type { Dialect } from '../../wire/dialect.ts';
import type { ClientContext } from '../client-context.ts';

export type ScriptedAnswer =
  | { readonly json: JsonValue }
  | { readonly chunks: readonly Uint8Array[]; readonly breakWith?: unknown; readonly contentType?: string }
  | { readonly error: unknown };

/** A client context whose server says what the test wrote down, one answer per call; the last one repeats. */
export function createTestContext(dialect: Dialect, ...answers: readonly ScriptedAnswer[]) {
  const calls: JsonValue[] = [];
  const seen = { isCancelled: false };
  const headers = { 'x-request-id': 'request-1' };
  const next = (text: string): ScriptedAnswer => {
    calls.push(JSON.parse(text) as JsonValue);
    const answer = answers[Math.min(calls.length, answers.length) - 1];
    if (answer === undefined) throw new Error('No answer was scripted.');
    return answer;
  };
  const context: ClientContext = {
    defaults: { model: 'GigaChat-2', profanityCheck: undefined },
    dialect,
    maxConcurrency: 1,
    emit: () => {},
    resolveAttachments: async (request) => ({ request, warnings: [] }),
    invalidateAttachments: () => false,
    async requestJson(call) {
      const answer = next(call.body?.kind === 'text' ? call.body.text : '');
      if ('error' in answer) throw answer.error;
      if (!('json' in answer)) throw new Error('A whole answer was asked for and a stream was scripted.');
      return { body: answer.json, headers };
    },
    async request(call, options): Promise<HttpResponse> {
      const answer = next(call.body?.kind === 'text' ? call.body.text : '');
      if ('error' in answer) throw answer.error;
      const chunks = 'json' in answer ? [new TextEncoder().encode(JSON.stringify(answer.json))] : answer.chunks;
      const breakWith = 'chunks' in answer ? answer.breakWith : undefined;
      const contentType =
        'json' in answer ? 'application/json' : (answer.contentType ?? 'text/event-stream');
      let index = 0;
      const iterator: AsyncIterator<Uint8Array> = {
        next: async () => {
          options?.signal?.throwIfAborted();
          const value = chunks[index];
          index += 1;
          if (value !== undefined) return { done: false, value };
          if (breakWith !== undefined) throw breakWith;
          return { done: true, value: undefined };
        },
        return: async () => {
          seen.isCancelled = true;
          return { done: true, value: undefined };
        },
      };
      return createHttpResponse({
        status: 200,
        headers: { ...headers, 'content-type': contentType },
        body: { [Symbol.asyncIterator]: () => iterator },
        cancel: () => {
          seen.isCancelled = true;
        },
      });
    },
  };
  return { context, calls, seen };
}
