/**
 * Runs work for every item, at most `limit` at once, taking items only as room appears. The first failure stops
 * the rest through their signal and is what the call rejects with; so is the reason of `signal`.
 */
// An unlimited client still must not open a request for every item at once.
const mostLanes = 64;

export async function inParallel<T>(
  items: Iterable<T>,
  limit: number,
  work: (item: T, signal: AbortSignal) => Promise<void>,
  signal?: AbortSignal,
): Promise<void> {
  const stop = new AbortController();
  const both = signal === undefined ? stop.signal : AbortSignal.any([signal, stop.signal]);
  const iterator = items[Symbol.iterator]();
  let failure: { readonly error: unknown } | undefined;
  const runLane = async () => {
    for (;;) {
      if (both.aborted) return;
      const next = iterator.next();
      if (next.done === true) return;
      try {
        await work(next.value, both);
      } catch (error) {
        failure ??= { error };
        stop.abort(error);
        return;
      }
    }
  };
  signal?.throwIfAborted();
  await Promise.all(Array.from({ length: Math.min(Math.max(1, limit), mostLanes) }, runLane));
  if (failure !== undefined) throw failure.error;
  signal?.throwIfAborted();
}
