// Every check of the repository, one line each, and a plain count at the end.
//   npm test                     everything
//   npm run check                everything that needs no test run
//   npm test -- lint types       only these steps
//   npm test -- packages/core    only the unit tests under that path
//   npm test -- --list           what the steps are
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { runSteps } from './run-steps.ts';
import type { StepReport } from './run-steps.ts';
import { checkSteps, testSteps } from './steps.ts';
import type { Step } from './step.ts';

const root = dirname(import.meta.dirname);
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { checks: { type: 'boolean' }, list: { type: 'boolean' } },
});
const wide = Math.max(...[...checkSteps(root), ...testSteps(root, [])].map(({ name }) => name.length));

if (values.list === true) {
  for (const step of [...checkSteps(root), ...testSteps(root, [])]) {
    console.log(`${step.name.padEnd(wide)}  ${step.about}`);
  }
} else {
  const reports = await runSteps(chooseSteps(), {
    lanes: Math.min(availableParallelism(), 4),
    onReport: print,
  });
  const total = (count: 'passed' | 'failed' | 'skipped') =>
    reports.reduce((sum, { outcome }) => sum + outcome[count], 0);
  const skippedPart = total('skipped') > 0 ? `, ${total('skipped')} skipped` : '';
  console.log(`${total('passed')} passed, ${total('failed')} failed${skippedPart}`);
  process.exitCode = total('failed') > 0 ? 1 : 0;
}

function chooseSteps(): Step[] {
  const paths = positionals.filter((word) => word.includes('/') && existsSync(word));
  const words = positionals.filter((word) => !paths.includes(word));
  const all = [...checkSteps(root), ...(values.checks === true ? [] : testSteps(root, paths))];
  const unknown = words.find((word) => !all.some(({ name }) => name === word));
  if (unknown !== undefined) {
    console.error(
      `"${unknown}" is neither a step nor a path; the steps are ${all.map(({ name }) => name).join(', ')}.`,
    );
    process.exit(2);
  }
  if (positionals.length === 0) return all;
  const wanted = new Set(paths.length > 0 ? [...words, 'tests'] : words);
  // A step that is asked for brings along the ones it stands on.
  for (const step of all.toReversed()) {
    if (wanted.has(step.name)) for (const name of step.after ?? []) wanted.add(name);
  }
  return all.filter(({ name }) => wanted.has(name));
}

function print({ step, outcome, durationMs }: StepReport): void {
  const mark = outcome.failed > 0 ? 'FAIL' : outcome.passed > 0 ? 'ok' : 'skip';
  const seconds = `${(durationMs / 1000).toFixed(1)} s`;
  console.log(`${mark.padEnd(4)}  ${step.name.padEnd(wide)}  ${seconds.padStart(7)}  ${outcome.note}`);
  if (outcome.failed > 0) console.log(`\n${indent(outcome.output.trimEnd())}\n`);
}

function indent(text: string): string {
  return text.replaceAll(/^/gm, '      ');
}
