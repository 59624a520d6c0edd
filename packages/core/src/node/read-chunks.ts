import type { Readable } from 'node:stream';

/**
 * The chunks of a stream, read by hand: the iterator that Node gives is a generator with watchers of its own, and an answer
 * in one chunk spends more on those than on its bytes. Calls of `next` are served in order; `return` destroys the stream.
 */
export function readChunks(body: Readable): AsyncIterator<Uint8Array, undefined> {
  let waiting: (() => void)[] = [];
  let hasEnded = false;

  const look = (): void => {
    const attempts = waiting;
    waiting = [];
    for (const attempt of attempts) attempt();
  };
  body.on('readable', look);
  body.once('end', () => {
    hasEnded = true;
    look();
  });
  body.on('error', look);
  body.once('close', look);

  /** What there is to hand out now; `undefined` while there is nothing. */
  const take = (): IteratorResult<Uint8Array, undefined> | undefined => {
    const chunk: Uint8Array | null = body.destroyed ? null : body.read();
    if (chunk !== null) return { done: false, value: chunk };
    if (hasEnded) return { done: true, value: undefined };
    if (body.errored !== null) throw body.errored;
    if (body.closed) throw new Error('The stream was closed before its end.');
    return undefined;
  };

  return {
    next: () =>
      new Promise((resolve, reject) => {
        const attempt = (): void => {
          try {
            const step = take();
            if (step === undefined) waiting.push(attempt);
            else resolve(step);
          } catch (error) {
            reject(error);
          }
        };
        attempt();
      }),
    return: () => {
      body.destroy();
      return Promise.resolve({ done: true, value: undefined });
    },
  };
}
