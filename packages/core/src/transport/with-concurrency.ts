import { TimeoutError } from '../errors/index.ts';
import type { ClientEvent, ConcurrencyLimiter } from '../settings.ts';
import { longestTimerMs } from './longest-timer.ts';
import { createSlotQueue } from './slot-queue.ts';
import type { HttpRequest, HttpResponse, SendStep } from './send.ts';

export interface ConcurrencyOptions {
  readonly maxConcurrency: number;
  /** Asked for places in place of the queue here. */
  readonly limiter?: ConcurrencyLimiter | undefined;
  readonly timeoutMs: number;
  readonly emit: (event: ClientEvent) => void;
}

/**
 * Keeps no more than `maxConcurrency` requests in flight, first come, first served. A place is held from the
 * sending to the end of the body. GigaChat counts answers being generated, so plain reads and files take no
 * place: the reader of an open stream may fetch a picture that the stream has just named.
 */
export const withConcurrency =
  ({ maxConcurrency, limiter, timeoutMs: defaultTimeoutMs, emit }: ConcurrencyOptions): SendStep =>
  (next) => {
    const queue = createSlotQueue(maxConcurrency);
    /** Answers that hold a place now. A place whose answer has not begun is not in here. */
    const answers = new Set<HttpResponse>();

    return async (request) => {
      if (!takesPlace(request)) return next(request);
      const { operation, timeoutMs = defaultTimeoutMs } = request;
      if (limiter !== undefined) return sendInPlace(await limiter.acquire(request.signal, maxConcurrency));
      const startedAt = performance.now();
      const slot = await queue.acquire(request.signal, (leave) => {
        emit({ type: 'queue', operation, waiting: queue.waiting });
        // Whoever reads a stream slowly, or not at all, keeps its place; a call made inside that loop would wait
        // for ever. Places whose owners wait for the server become free by the server's own time limits.
        const isStuck = () =>
          answers.size === maxConcurrency && [...answers].every((answer) => answer.idleForMs() >= timeoutMs);
        const timer = setInterval(
          () => {
            if (isStuck()) leave(queueTimeout(operation, maxConcurrency, timeoutMs));
          },
          Math.min(timeoutMs, longestTimerMs),
        );
        return () => clearInterval(timer);
      });
      if (slot.hadToWait) {
        emit({ type: 'queue', operation, waiting: queue.waiting, waitedMs: performance.now() - startedAt });
      }
      return sendInPlace(() => slot.release());

      async function sendInPlace(release: () => void): Promise<HttpResponse> {
        try {
          const response = await next(request);
          answers.add(response);
          void response.finished.finally(() => {
            answers.delete(response);
            release();
          });
          return response;
        } catch (error) {
          release();
          throw error;
        }
      }
    };
  };

const takesPlace = (request: HttpRequest) =>
  request.method === 'POST' && !request.operation.startsWith('files.');

const queueTimeout = (operation: string, maxConcurrency: number, timeoutMs: number) =>
  new TimeoutError(
    `${operation} waited ${timeoutMs} ms for a place, and nobody reads the answers that hold them.`,
    {
      phase: 'queue',
      timeoutMs,
      isRetryable: false,
      hint: `${maxConcurrency === 1 ? 'a stream of this client stays' : `${maxConcurrency} streams of this client stay`} open: read each to its end or cancel() it before the next call, or raise maxConcurrency where the tariff allows`,
    },
  );
