/** Lets a few in at a time; the rest wait their turn. */
export interface Line {
  /** Resolves with what lets the next one in. */
  enter(): Promise<() => void>;
}

export function createLine(places: number): Line {
  const waiting: (() => void)[] = [];
  let inside = 0;
  const leave = (): void => {
    inside -= 1;
    waiting.shift()?.();
  };
  return {
    async enter() {
      while (inside >= places) await new Promise<void>((resolve) => waiting.push(resolve));
      inside += 1;
      return leave;
    },
  };
}
