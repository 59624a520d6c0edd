/** Requests in flight per account. */
export interface Slots {
  /** Returns what gives the slot back, once; `undefined` when all are taken. */
  take(account: string, limit: number): (() => void) | undefined;
}

export function createSlots(): Slots {
  const taken = new Map<string, number>();
  return {
    take(account, limit) {
      const now = taken.get(account) ?? 0;
      if (now >= limit) return undefined;
      taken.set(account, now + 1);
      let isHeld = true;
      return () => {
        if (!isHeld) return;
        isHeld = false;
        const left = (taken.get(account) ?? 1) - 1;
        if (left === 0) taken.delete(account);
        else taken.set(account, left);
      };
    },
  };
}
