import { InterruptedError } from './interrupted-error.ts';

/**
 * Aborts when the process is told to stop, so that a command can leave in order. A second signal ends the process at
 * once, the usual way.
 */
export function stopSignal(): AbortSignal {
  const controller = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const) {
    process.once(name, () => controller.abort(new InterruptedError(name)));
  }
  return controller.signal;
}
