/** A signal of our own that also follows the caller's. */
export interface LinkedAbort {
  readonly signal: AbortSignal;
  readonly abort: (reason: unknown) => void;
  /** Stops following the caller's signal, which may outlive this call by far. */
  readonly unlink: () => void;
  /** The reason of an abort that has happened. */
  readonly reason: () => { readonly reason: unknown } | undefined;
}

export function linkAbort(outer: AbortSignal | undefined): LinkedAbort {
  const controller = new AbortController();
  const follow = (): void => controller.abort(outer?.reason);
  if (outer?.aborted === true) follow();
  else outer?.addEventListener('abort', follow, { once: true });
  return {
    signal: controller.signal,
    abort: (reason) => controller.abort(reason),
    unlink: () => outer?.removeEventListener('abort', follow),
    reason: () => (controller.signal.aborted ? { reason: controller.signal.reason } : undefined),
  };
}
