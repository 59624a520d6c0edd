/**
 * The end of one attempt before its time: by its caller, or by a clock. It tells the engine through `signal`, and frees
 * whoever waits meanwhile, since an engine may not know signals. Every request has one, so that waiting for the next
 * chunk adds no listener to the signal.
 */
export class Cut {
  readonly #controller = new AbortController();
  #reject: ((reason: unknown) => void) | undefined;
  #onCut: (() => void) | undefined;

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** Only the first call counts. */
  now(reason: unknown): void {
    if (this.signal.aborted) return;
    this.#controller.abort(reason);
    this.#reject?.(this.signal.reason);
    this.#onCut?.();
  }

  /** Called once when it is cut; a later call replaces what an earlier one has set. */
  whenCut(onCut: (() => void) | undefined): void {
    this.#onCut = onCut;
  }

  /** As the promise, unless it is cut first: then the reason. One wait at a time. */
  wait<T>(promise: Promise<T>): Promise<T> {
    if (this.signal.aborted) return Promise.reject(this.signal.reason);
    return new Promise((resolve, reject) => {
      this.#reject = reject;
      promise.then(
        (value) => {
          this.#reject = undefined;
          resolve(value);
        },
        (error: unknown) => {
          this.#reject = undefined;
          reject(this.signal.aborted ? this.signal.reason : error);
        },
      );
    });
  }
}
