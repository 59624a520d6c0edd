import { TimeoutError } from '../errors/index.ts';
import { Cut } from './cut.ts';
import { createHttpResponse } from './http-response.ts';
import { longestTimerMs } from './longest-timer.ts';
import type { HttpResponse, SendStep } from './send.ts';

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
    const cut = new Cut();
    const onAbort = () => cut.now(signal?.reason);
    signal?.addEventListener('abort', onAbort, { once: true });
    const stopListening = () => signal?.removeEventListener('abort', onAbort);

    const timer = setTimeout(() => cut.now(headersTimeout(request.operation, timeoutMs)), timeoutMs);
    const answer = next({ ...request, signal: cut.signal });
    try {
      const response = watchSilence(await cut.wait(answer), cut, timeoutMs);
      void response.finished.then(stopListening);
      return response;
    } catch (error) {
      stopListening();
      // An engine that answers after all has nobody to answer to.
      answer.then(
        (late) => late.discard(),
        () => {},
      );
      throw error;
    } finally {
      clearTimeout(timer);
    }
  };

/** Times the wait for each chunk. The timer is armed once and looks back, so a chunk costs two assignments. */
function watchSilence(response: HttpResponse, cut: Cut, timeoutMs: number): HttpResponse {
  return createHttpResponse({
    status: response.status,
    headers: response.headers,
    cancel: () => response.discard(),
    body: { [Symbol.asyncIterator]: () => new WatchedChunks(response, cut, timeoutMs) },
  });
}

class WatchedChunks implements AsyncIterator<Uint8Array, undefined> {
  readonly #source: AsyncIterator<Uint8Array>;
  readonly #cut: Cut;
  readonly #timeoutMs: number;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Undefined while the consumer is busy with what it has: its slowness is not the server's silence. */
  #waitsSince: number | undefined;

  constructor(response: HttpResponse, cut: Cut, timeoutMs: number) {
    this.#source = response.body[Symbol.asyncIterator]();
    this.#cut = cut;
    this.#timeoutMs = timeoutMs;
    cut.whenCut(() => {
      this.#stop();
      void response.discard().catch(() => {});
    });
  }

  next(): Promise<IteratorResult<Uint8Array, undefined>> {
    if (this.#cut.signal.aborted) return Promise.reject(this.#cut.signal.reason);
    this.#timer ??= setTimeout(this.#check, this.#timeoutMs);
    this.#waitsSince = performance.now();
    return this.#cut.wait(this.#source.next()).then(
      (step) => {
        this.#waitsSince = undefined;
        if (step.done === true) this.#stop();
        return step;
      },
      (error: unknown) => {
        this.#stop();
        throw error;
      },
    );
  }

  async return(): Promise<IteratorResult<Uint8Array, undefined>> {
    this.#stop();
    await this.#source.return?.();
    return { done: true, value: undefined };
  }

  readonly #check = (): void => {
    // Armed again by the next read: a stream that is forgotten must not keep the process alive.
    this.#timer = undefined;
    if (this.#waitsSince === undefined) return;
    const waited = performance.now() - this.#waitsSince;
    if (waited >= this.#timeoutMs) this.#cut.now(idleTimeout(this.#timeoutMs));
    else this.#timer = setTimeout(this.#check, this.#timeoutMs - waited);
  };

  #stop(): void {
    clearTimeout(this.#timer);
    this.#cut.whenCut(undefined);
  }
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
