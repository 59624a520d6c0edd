import type { ClientEvent } from '../settings.ts';
import { createSlotQueue } from './slot-queue.ts';
import type { HttpRequest, SendStep } from './send.ts';

/**
 * Keeps no more than `maxConcurrency` requests in flight, first come, first served. A place is held from the
 * sending to the end of the body. GigaChat counts answers being generated, so plain reads and files take no
 * place: the reader of an open stream may fetch a picture that the stream has just named.
 */
export const withConcurrency =
  (maxConcurrency: number, emit: (event: ClientEvent) => void): SendStep =>
  (next) => {
    const queue = createSlotQueue(maxConcurrency);
    return async (request) => {
      if (!takesSlot(request)) return next(request);
      const startedAt = performance.now();
      const { operation } = request;
      const slot = await queue.acquire(request.signal, (waiting) =>
        emit({ type: 'queue', operation, waiting }),
      );
      if (slot.hadToWait) {
        emit({ type: 'queue', operation, waiting: queue.waiting, waitedMs: performance.now() - startedAt });
      }
      try {
        const response = await next(request);
        void response.finished.then(slot.release);
        return response;
      } catch (error) {
        slot.release();
        throw error;
      }
    };
  };

const takesSlot = (request: HttpRequest) =>
  request.method === 'POST' && !request.operation.startsWith('files.');
