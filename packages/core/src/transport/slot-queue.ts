export interface SlotQueue {
  /** How many callers wait. */
  readonly waiting: number;
  /**
   * Takes a place, now or when one becomes free. Rejects with the signal's own reason, or with the error that
   * `onWait` was given a way to leave with. What `onWait` returns runs when the wait is over.
   */
  acquire(
    signal: AbortSignal | undefined,
    onWait: (leave: (error: unknown) => void) => () => void,
  ): Promise<Slot>;
}

export interface Slot {
  readonly hadToWait: boolean;
  /** Safe to call twice. */
  release(): void;
}

/** So many places, handed out in the order of asking. */
export function createSlotQueue(size: number): SlotQueue {
  // A Set keeps the order of arrival and forgets an impatient caller in constant time.
  const waiters = new Set<() => void>();
  let free = size;

  const slot = (hadToWait: boolean): Slot => {
    let isHeld = true;
    return {
      hadToWait,
      release: () => {
        if (!isHeld) return;
        isHeld = false;
        const [first] = waiters;
        if (first === undefined) free += 1;
        else first();
      },
    };
  };

  return {
    get waiting() {
      return waiters.size;
    },
    acquire: (signal, onWait) => {
      if (signal?.aborted === true) return Promise.reject(signal.reason);
      if (free > 0) {
        free -= 1;
        return Promise.resolve(slot(false));
      }
      return new Promise((resolve, reject) => {
        const stopWaiting = () => {
          waiters.delete(resume);
          signal?.removeEventListener('abort', onAbort);
          onWaited();
        };
        const leave = (error: unknown) => {
          stopWaiting();
          reject(error);
        };
        const onAbort = () => leave(signal?.reason);
        const resume = () => {
          stopWaiting();
          resolve(slot(true));
        };
        waiters.add(resume);
        signal?.addEventListener('abort', onAbort, { once: true });
        const onWaited = onWait(leave);
      });
    },
  };
}
