import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from './run-command.ts';
import { failed } from './step.ts';
import type { StepOutcome } from './step.ts';

type VitestReport = {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: readonly { name: string; status: string; assertionResults: readonly { status: string }[] }[];
};

/** Runs vitest once with the given configuration and counts its tests; the JSON summary stays in `.gigakit/reports`. */
export async function runVitest(
  root: string,
  config: string,
  name: string,
  paths: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<StepOutcome> {
  const summary = join(root, '.gigakit/reports', `${name}.json`);
  rmSync(summary, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${summary}`];
  const { exitCode, output } = await runCommand(
    'vitest',
    ['run', '--config', config, ...reporters, ...paths],
    {
      cwd: root,
      env,
    },
  );
  const report = readReport(summary);
  if (report === undefined) return failed('vitest gave no summary', output);

  // A file that cannot even be loaded has no failed test of its own; it counts as one.
  const brokenFiles = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((assertion) => assertion.status === 'failed'),
  ).length;
  const failedTests = report.numFailedTests + brokenFiles;
  return {
    passed: report.numPassedTests,
    // An error outside every test makes the run fail, too.
    failed: failedTests === 0 && exitCode !== 0 ? 1 : failedTests,
    skipped: report.numPendingTests + report.numTodoTests,
    note: `${report.numPassedTests + report.numFailedTests} tests in ${report.testResults.length} files`,
    output,
  };
}

function readReport(file: string): VitestReport | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as VitestReport;
  } catch {
    return undefined;
  }
}
