import { ConnectionError } from '../errors/index.ts';
import type { HttpEngine } from './http-engine.ts';
import type { SendStep } from './send.ts';

export interface Lifetime {
  /** Counts calls in flight, and refuses new ones once the client is closed. */
  readonly step: SendStep;
  /** Fires when what is still in flight must go. */
  readonly cut: AbortSignal;
  close(graceMs: number): Promise<void>;
}

/** From the first call to the last connection. */
export function createLifetime(engine: HttpEngine): Lifetime {
  const inFlight = new Set<AbortController>();
  const cut = new AbortController();
  let closing: Promise<void> | undefined;
  let onIdle = () => {};

  const drained = (graceMs: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, graceMs);
      onIdle = () => {
        clearTimeout(timer);
        resolve();
      };
      if (inFlight.size === 0) onIdle();
    });

  const shutDown = async (graceMs: number) => {
    await drained(graceMs);
    const reason = new ConnectionError('The client was closed while this call was in flight.', {
      isRetryable: false,
    });
    cut.abort(reason);
    for (const call of inFlight) call.abort(reason);
    await engine.close();
  };

  return {
    cut: cut.signal,
    close: (graceMs) => (closing ??= shutDown(graceMs)),
    step: (next) => async (request) => {
      const { signal, operation } = request;
      signal?.throwIfAborted();
      if (closing !== undefined) {
        throw new ConnectionError(`${operation}: this client is closed.`, {
          isRetryable: false,
          hint: 'make a new GigaChat, or close it later',
        });
      }
      const call = new AbortController();
      const onAbort = () => call.abort(signal?.reason);
      signal?.addEventListener('abort', onAbort, { once: true });
      inFlight.add(call);
      const leave = () => {
        signal?.removeEventListener('abort', onAbort);
        inFlight.delete(call);
        if (inFlight.size === 0) onIdle();
      };
      try {
        const response = await next({ ...request, signal: call.signal });
        void response.finished.then(leave);
        return response;
      } catch (error) {
        leave();
        throw error;
      }
    },
  };
}
