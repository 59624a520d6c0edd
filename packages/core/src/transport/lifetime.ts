import { ConnectionError } from '../errors/index.ts';
import type { HttpEngine } from './http-engine.ts';
import type { SendStep } from './send.ts';

export interface Lifetime {
  /** Counts calls in flight; refuses new ones once the client is closed. */
  readonly step: SendStep;
  /** Fires when what is still in flight must go. */
  readonly closed: AbortSignal;
  close(graceMs: number): Promise<void>;
}

/** From the first call to the last connection. */
export function createLifetime(engine: HttpEngine): Lifetime {
  const cut = new AbortController();
  let inFlight = 0;
  let closing: Promise<void> | undefined;
  let onIdle: (() => void) | undefined;

  const leave = () => {
    inFlight -= 1;
    if (inFlight === 0) onIdle?.();
  };

  const drain = async (graceMs: number) => {
    if (inFlight > 0) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, graceMs);
        onIdle = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    cut.abort();
    await engine.close();
  };

  return {
    closed: cut.signal,
    close: (graceMs) => (closing ??= drain(graceMs)),
    step: (next) => async (request) => {
      if (closing !== undefined) {
        throw new ConnectionError(`${request.operation}: this client is closed.`, {
          isRetryable: false,
          hint: 'make a new GigaChat, or call close() later',
        });
      }
      inFlight += 1;
      try {
        const response = await next(request);
        void response.finished.then(leave);
        return response;
      } catch (error) {
        leave();
        throw error;
      }
    },
  };
}
