export interface SlotQueue {
  /** How many callers wait. */
  readonly waiting: number;
  /** Takes a place, now or when one becomes free. Rejects with the signal's own reason. */
  acquire(signal: AbortSignal | undefined, onWait: (waiting: number) => void): Promise<Slot>;
}

export interface Slot {
  readonly hadToWait: boolean;
  /** Safe to call twice. */
  release(): void;
}

interface Waiter {
  readonly resume: () => void;
}

/** So many places, handed out in the order of asking. */
export function createSlotQueue(size: number): SlotQueue {
  // A Set keeps the order of arrival and forgets an impatient caller in constant time.
  const waiters = new Set<Waiter>();
  let free = size;

  const slot = (hadToWait: boolean): Slot => {
    let isHeld = true;
    return {
      hadToWait,
      release: () => {
        if (!isHeld) return;
        isHeld = false;
        const [first] = waiters;
        if (first === undefined) {
          free += 1;
        } else {
          waiters.delete(first);
          first.resume();
        }
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
        const onAbort = () => {
          waiters.delete(waiter);
          reject(signal?.reason);
        };
        const waiter: Waiter = {
          resume: () => {
            signal?.removeEventListener('abort', onAbort);
            resolve(slot(true));
          },
        };
        waiters.add(waiter);
        signal?.addEventListener('abort', onAbort, { once: true });
        onWait(waiters.size);
      });
    },
  };
}
