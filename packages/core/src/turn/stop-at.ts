/** Cuts a text, however it is split, before the stop text that is complete first. */
export interface StopCutter {
  /** The part of the text that is safe to show; what may yet become a stop text is held back. */
  push(text: string): string;
  /** What was held back, when no stop text came of it. */
  end(): string;
  /** True once a stop text was met: whatever follows is not part of the answer. */
  isStopped(): boolean;
}

export function createStopCutter(stops: readonly string[]): StopCutter {
  const texts = stops.filter((stop) => stop !== '');
  const longest = Math.max(0, ...texts.map((stop) => stop.length));
  let held = '';
  let isStopped = false;
  return {
    push(text) {
      if (isStopped) return '';
      const input = held + text;
      const cut = firstIndex(input, texts);
      if (cut !== -1) {
        isStopped = true;
        held = '';
        return input.slice(0, cut);
      }
      const keep = heldLength(input, texts, longest);
      held = keep === 0 ? '' : input.slice(-keep);
      return keep === 0 ? input : input.slice(0, -keep);
    },
    end() {
      const rest = held;
      held = '';
      return rest;
    },
    isStopped() {
      return isStopped;
    },
  };
}

/**
 * Where the stop text begins that is complete first, as a server would stop that looks after every letter; of two that end
 * together, the longer. Looking for the earliest beginning instead would depend on how the text is cut: of `b` and `abc`,
 * `ab` has one and `abc` the other.
 */
function firstIndex(text: string, stops: readonly string[]): number {
  let first = -1;
  let firstEnd = Infinity;
  for (const stop of stops) {
    const at = text.indexOf(stop);
    const end = at + stop.length;
    if (at === -1 || end > firstEnd || (end === firstEnd && at > first)) continue;
    first = at;
    firstEnd = end;
  }
  return first;
}

/** How much of the end of the text may be the beginning of a stop text. */
function heldLength(text: string, stops: readonly string[], longest: number): number {
  for (let length = Math.min(text.length, longest - 1); length > 0; length -= 1) {
    const tail = text.slice(-length);
    if (stops.some((stop) => stop.startsWith(tail))) return length;
  }
  return 0;
}
