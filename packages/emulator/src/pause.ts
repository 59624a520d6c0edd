/** Waits, or rejects with the signal's reason when the client leaves first. */
export function pause(ms: number, departed: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (departed.aborted) return reject(departed.reason);
    const onAbort = (): void => {
      clearTimeout(timer);
      reject(departed.reason);
    };
    const timer = setTimeout(() => {
      departed.removeEventListener('abort', onAbort);
      resolve();
    }, ms);
    departed.addEventListener('abort', onAbort, { once: true });
  });
}

/** Never resolves; rejects when the client leaves. */
export function hang(departed: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    if (departed.aborted) return reject(departed.reason);
    departed.addEventListener('abort', () => reject(departed.reason), { once: true });
  });
}
