import type { ClientEvent } from '../settings.ts';

/** A listener is a guest: what it throws, now or later, changes nothing. */
export function eventEmitter(
  listener: ((event: ClientEvent) => unknown) | undefined,
): (event: ClientEvent) => void {
  if (listener === undefined) return () => {};
  return (event) => {
    try {
      const result = listener(event);
      if (result instanceof Promise) result.catch(() => {});
    } catch {
      // Said above.
    }
  };
}
