import { TimeoutError } from '../errors/index.ts';
import { createHttpResponse } from './http-response.ts';
import { longestTimerMs } from './longest-timer.ts';
import type { HttpResponse, SendStep } from './send.ts';
import { waitFor } from './wait-for.ts';

/**
 * Watches one attempt from its first byte to the end of its body. It cuts when the caller's signal fires (and
 * rejects with that signal's own reason), when the headers are late, and when the body falls silent while somebody
 * waits for it. It does not rely on the engine for that: a `fetch` of the settings may not know signals.
 */
export const withTimeout =
  (defaultTimeoutMs: number): SendStep =>
  (next) =>
  async (request) => {
    const timeoutMs = Math.min(request.timeoutMs ?? defaultTimeoutMs, longestTimerMs);
    const { signal } = request;
    signal?.throwIfAborted();
    const cut = new AbortController();
    const onAbort = () => cut.abort(signal?.reason);
    signal?.addEventListener('abort', onAbort, { once: true });
    const stopListening = () => signal?.removeEventListener('abort', onAbort);

    const timer = setTimeout(() => cut.abort(headersTimeout(request.operation, timeoutMs)), timeoutMs);
    const answer = next({ ...request, signal: cut.signal });
    try {
      const response = watchSilence(await waitFor(answer, cut.signal), cut, timeoutMs);
      void response.finished.then(stopListening);
      return response;
    } catch (error) {
      stopListening();
      // An engine that answers after all has nobody to answer to.
      answer.then(
        (late) => late.discard(),
        () => {},
      );
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
    body: { [Symbol.asyncIterator]: () => watchedChunks(response, cut, timeoutMs) },
  });
}

function watchedChunks(
  response: HttpResponse,
  cut: AbortController,
  timeoutMs: number,
): AsyncIterator<Uint8Array> {
  const source = response.body[Symbol.asyncIterator]();
  let timer: ReturnType<typeof setTimeout> | undefined;
  // Undefined while the consumer is busy with what it has: its slowness is not the server's silence.
  let waiting: { readonly since: number; readonly reject: (error: unknown) => void } | undefined;

  const check = () => {
    // Armed again by the next read: a stream that is forgotten must not keep the process alive.
    timer = undefined;
    if (waiting === undefined) return;
    const waited = performance.now() - waiting.since;
    if (waited >= timeoutMs) cut.abort(idleTimeout(timeoutMs));
    else timer = setTimeout(check, timeoutMs - waited);
  };
  const stop = () => {
    clearTimeout(timer);
    cut.signal.removeEventListener('abort', onCut);
  };
  const onCut = () => {
    stop();
    waiting?.reject(cut.signal.reason);
    void response.discard().catch(() => {});
  };
  cut.signal.addEventListener('abort', onCut, { once: true });

  return {
    next: () => {
      if (cut.signal.aborted) return Promise.reject(cut.signal.reason);
      timer ??= setTimeout(check, timeoutMs);
      return new Promise((resolve, reject) => {
        waiting = { since: performance.now(), reject };
        source.next().then(
          (step) => {
            waiting = undefined;
            if (step.done === true) stop();
            return resolve(step);
          },
          (error: unknown) => {
            stop();
            return reject(cut.signal.aborted ? cut.signal.reason : error);
          },
        );
      });
    },
    return: async () => {
      stop();
      await source.return?.();
      return { done: true, value: undefined };
    },
  };
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
