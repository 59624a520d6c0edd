import { ConnectionError, TimeoutError } from '../errors/index.ts';
import { createHttpResponse } from './http-response.ts';
import type { HttpResponse, SendStep } from './send.ts';

/**
 * Watches one attempt from its first byte to the end of its body. It cuts when the caller's signal fires (and
 * rejects with that signal's own reason), when the headers are late, when the body falls silent while somebody
 * waits for it, and when the client is closed.
 */
export const withTimeout =
  (defaultTimeoutMs: number, closed: AbortSignal): SendStep =>
  (next) =>
  async (request) => {
    const timeoutMs = request.timeoutMs ?? defaultTimeoutMs;
    const { signal } = request;
    signal?.throwIfAborted();
    const cut = new AbortController();
    const onAbort = () => cut.abort(signal?.reason);
    const onClosed = () => cut.abort(closedError());
    signal?.addEventListener('abort', onAbort, { once: true });
    closed.addEventListener('abort', onClosed, { once: true });
    const stopListening = () => {
      signal?.removeEventListener('abort', onAbort);
      closed.removeEventListener('abort', onClosed);
    };

    const timer = setTimeout(() => cut.abort(headersTimeout(request.operation, timeoutMs)), timeoutMs);
    try {
      const response = await next({ ...request, signal: cut.signal });
      void response.finished.then(stopListening);
      return watchSilence(response, cut, timeoutMs);
    } catch (error) {
      stopListening();
      throw cut.signal.aborted ? cut.signal.reason : error;
    } finally {
      clearTimeout(timer);
    }
  };

/** Times the wait for each chunk. The timer is armed once and looks back, so a chunk costs two assignments. */
function watchSilence(response: HttpResponse, cut: AbortController, timeoutMs: number): HttpResponse {
  return createHttpResponse({
    status: response.status,
    headers: response.headers,
    cancel: () => response.discard(),
    body: {
      [Symbol.asyncIterator]() {
        const source = response.body[Symbol.asyncIterator]();
        let timer: ReturnType<typeof setTimeout> | undefined;
        // Undefined while the consumer is busy with what it has: its slowness is not the server's silence.
        let waitingSince: number | undefined;
        const check = () => {
          const waited = waitingSince === undefined ? 0 : performance.now() - waitingSince;
          if (waited >= timeoutMs) cut.abort(idleTimeout(timeoutMs));
          else timer = setTimeout(check, timeoutMs - waited);
        };
        const stop = () => clearTimeout(timer);
        return {
          next: () => {
            waitingSince = performance.now();
            timer ??= setTimeout(check, timeoutMs);
            return source.next().then(
              (step) => {
                waitingSince = undefined;
                if (step.done === true) stop();
                return step;
              },
              (error: unknown) => {
                stop();
                throw cut.signal.aborted ? cut.signal.reason : error;
              },
            );
          },
          return: async () => {
            stop();
            await source.return?.();
            return { done: true, value: undefined };
          },
        };
      },
    },
  });
}

const headersTimeout = (operation: string, timeoutMs: number) =>
  new TimeoutError(`No answer to ${operation} within ${timeoutMs} ms.`, {
    phase: 'headers',
    timeoutMs,
    hint: 'long answers and pictures take minutes: raise timeoutMs (GIGACHAT_TIMEOUT, in seconds), or stream',
  });

const idleTimeout = (timeoutMs: number) =>
  new TimeoutError(`The answer fell silent for ${timeoutMs} ms.`, {
    phase: 'idle',
    timeoutMs,
    hint: 'raise timeoutMs (GIGACHAT_TIMEOUT, in seconds) when such pauses are expected',
  });

const closedError = () =>
  new ConnectionError('The client was closed while this call was in flight.', { isRetryable: false });
