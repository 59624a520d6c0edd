/** What a step found. `output` is printed only when something failed. */
export type StepOutcome = {
  passed: number;
  failed: number;
  skipped: number;
  /** A few words beside the step's name: how much was looked at, or why nothing was. */
  note: string;
  output: string;
};

export type Step = {
  name: string;
  /** What it looks at, in a few words; `npm test -- --list` prints it. */
  about: string;
  /** Steps that must have passed first; when one did not, this one is skipped. */
  after?: readonly string[];
  /** Uses every core by itself, so nothing runs beside it. */
  alone?: boolean;
  run: () => Promise<StepOutcome>;
};

export function passed(note: string): StepOutcome {
  return { passed: 1, failed: 0, skipped: 0, note, output: '' };
}

export function failed(note: string, output: string): StepOutcome {
  return { passed: 0, failed: 1, skipped: 0, note, output };
}

export function skipped(note: string): StepOutcome {
  return { passed: 0, failed: 0, skipped: 1, note, output: '' };
}

/** A step that either passes whole or lists its problems. */
export function outcomeOf(problems: readonly string[], lookedAt: string): StepOutcome {
  if (problems.length === 0) return passed(lookedAt);
  return failed(
    `${problems.length} problem${problems.length === 1 ? '' : 's'} in ${lookedAt}`,
    problems.join('\n'),
  );
}
