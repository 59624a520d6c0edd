import { expect, test } from 'vitest';
import { runSteps } from './run-steps.ts';
import { failed, passed } from './step.ts';
import type { Step, StepOutcome } from './step.ts';

/** A step that ends when told to. */
function heldStep(name: string, rest: Partial<Step> = {}) {
  const started = Promise.withResolvers<void>();
  const ended = Promise.withResolvers<StepOutcome>();
  const step: Step = {
    name,
    about: name,
    run: () => {
      started.resolve();
      return ended.promise;
    },
    ...rest,
  };
  return { step, started: started.promise, end: ended.resolve };
}

const quiet = { onReport: () => {} };

test('steps run side by side, as many as there are lanes', async () => {
  const [first, second, third] = [heldStep('first'), heldStep('second'), heldStep('third')];
  let thirdHasStarted = false;
  void third.started.then(() => (thirdHasStarted = true));

  const run = runSteps([first.step, second.step, third.step], { lanes: 2, ...quiet });
  await Promise.all([first.started, second.started]);
  expect(thirdHasStarted).toBe(false);

  second.end(passed(''));
  await third.started;
  third.end(passed(''));
  first.end(passed(''));
  expect((await run).map(({ step }) => step.name)).toEqual(['second', 'third', 'first']);
});

test('a step that wants to be alone waits for the others, and they for it', async () => {
  const [first, alone, last] = [heldStep('first'), heldStep('alone', { alone: true }), heldStep('last')];
  const order: string[] = [];
  for (const { step, started } of [first, alone, last]) void started.then(() => order.push(step.name));

  const run = runSteps([first.step, alone.step, last.step], { lanes: 4, ...quiet });
  await Promise.all([first.started, last.started]);
  expect(order).toEqual(['first', 'last']);
  first.end(passed(''));
  last.end(passed(''));
  await alone.started;
  alone.end(passed(''));
  await run;
  expect(order).toEqual(['first', 'last', 'alone']);
});

test('a step whose ground has failed is skipped and says so; the rest goes on', async () => {
  const steps: Step[] = [
    { name: 'build', about: '', run: () => Promise.resolve(failed('no', 'broken')) },
    { name: 'packages', about: '', after: ['build'], run: () => Promise.resolve(passed('')) },
    { name: 'lint', about: '', run: () => Promise.resolve(passed('')) },
  ];
  const reports = await runSteps(steps, { lanes: 1, ...quiet });
  expect(
    reports.map(({ step, outcome }) => [step.name, outcome.passed, outcome.skipped, outcome.note]),
  ).toEqual([
    ['build', 0, 0, 'no'],
    ['packages', 0, 1, '"build" must pass first'],
    ['lint', 1, 0, ''],
  ]);
});

test('a step that throws has failed', async () => {
  const step: Step = { name: 'a', about: '', run: () => Promise.reject(new Error('not today')) };
  const [report] = await runSteps([step], { lanes: 1, ...quiet });
  expect(report?.outcome).toMatchObject({ failed: 1, output: expect.stringContaining('not today') });
});
