import { failed, skipped } from './step.ts';
import type { Step, StepOutcome } from './step.ts';

export type StepReport = { step: Step; outcome: StepOutcome; durationMs: number };

export type RunStepsOptions = {
  /** How many steps may run side by side. */
  lanes: number;
  onReport: (report: StepReport) => void;
};

/** Runs every step, side by side where they allow it, and goes on after a failure. */
export async function runSteps(steps: readonly Step[], options: RunStepsOptions): Promise<StepReport[]> {
  const waiting = [...steps];
  const running = new Map<Step, Promise<void>>();
  const reports: StepReport[] = [];

  const work = async (step: Step): Promise<void> => {
    const report = await runStep(step, reports);
    reports.push(report);
    running.delete(step);
    options.onReport(report);
  };

  while (waiting.length > 0 || running.size > 0) {
    const busy = running.size >= options.lanes || running.keys().some((step) => step.alone === true);
    const next = busy ? undefined : waiting.find((step) => mayStart(step, waiting, running));
    if (next === undefined) {
      // A finished step may let another begin.
      await Promise.race(running.values());
    } else {
      waiting.splice(waiting.indexOf(next), 1);
      running.set(next, work(next));
    }
  }
  return reports;
}

function mayStart(step: Step, waiting: readonly Step[], running: ReadonlyMap<Step, unknown>): boolean {
  if (step.alone === true && running.size > 0) return false;
  const unfinished = new Set([...waiting, ...running.keys()].map(({ name }) => name));
  return !(step.after ?? []).some((name) => unfinished.has(name));
}

async function runStep(step: Step, reports: readonly StepReport[]): Promise<StepReport> {
  const startedAtMs = performance.now();
  const outcome = await outcomeOfStep(step, reports);
  return { step, outcome, durationMs: performance.now() - startedAtMs };
}

async function outcomeOfStep(step: Step, reports: readonly StepReport[]): Promise<StepOutcome> {
  const broken = reports.find(
    (report) => (step.after ?? []).includes(report.step.name) && report.outcome.failed > 0,
  );
  if (broken !== undefined) return skipped(`"${broken.step.name}" must pass first`);
  try {
    return await step.run();
  } catch (error) {
    return failed('broke off', error instanceof Error ? (error.stack ?? error.message) : String(error));
  }
}
