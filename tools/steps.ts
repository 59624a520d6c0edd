import { join } from 'node:path';
import { buildPackages } from './build-packages.ts';
import { checkDocsSnippets } from './check-docs-snippets.ts';
import { checkLayers } from './check-layers.ts';
import { checkPackedPackages } from './check-packed-packages.ts';
import { checkSizes } from './check-sizes.ts';
import { findChromium } from './find-chromium.ts';
import { rooms } from './layers.ts';
import { projectFiles } from './project-files.ts';
import { runCommand } from './run-command.ts';
import { runVitest } from './run-vitest.ts';
import { failed, outcomeOf, passed, skipped } from './step.ts';
import type { Step, StepOutcome } from './step.ts';

/** The checks that read the code; `npm run check` runs these. */
export function checkSteps(root: string): Step[] {
  return [
    {
      name: 'build',
      about: 'every package compiles to dist, in dependency order',
      run: async () => outcomeOfCommand(await buildPackages(root), ''),
    },
    { name: 'types', about: 'every tsconfig.json type-checks', run: () => checkTypes(root) },
    {
      name: 'lint',
      about: 'oxlint, with the rules that need types',
      run: () => tool(root, 'oxlint', ['--type-aware', '--deny-warnings', '.']),
    },
    { name: 'format', about: 'oxfmt would change nothing', run: () => tool(root, 'oxfmt', ['--check', '.']) },
    {
      name: 'layers',
      about: 'imports point one way, as tools/layers.ts says',
      run: async () => {
        const { violations, fileCount } = checkLayers(root, rooms);
        return outcomeOf(violations, `${fileCount} files`);
      },
    },
    {
      name: 'knip',
      about: 'no unused file, export or dependency',
      run: () => tool(root, 'knip', ['--no-progress', '--no-config-hints']),
    },
    {
      name: 'sizes',
      about: 'bundled, minified and gzipped, each entry stays under its limit',
      run: () => checkSizes(root),
    },
    {
      name: 'docs',
      about: 'the code blocks of READMEs and docs type-check, and those marked "run" run',
      run: async () => {
        const { problems, checkedCount, runCount } = await checkDocsSnippets(root);
        return outcomeOf(problems, `${checkedCount} blocks, ${runCount} of them run`);
      },
    },
    {
      name: 'site',
      about: 'docs builds as a site, without dead links',
      run: () => tool(root, 'vitepress', ['build', 'docs']),
    },
    {
      name: 'packages',
      about: 'what npm would carry: publint, attw, and no tests inside',
      after: ['build'],
      run: async () => {
        const { problems, packageCount } = await checkPackedPackages(root);
        return outcomeOf(problems, `${packageCount} packages`);
      },
    },
  ];
}

/** The test runs. `paths` narrows the unit tests to files under them. */
export function testSteps(root: string, paths: readonly string[]): Step[] {
  return [
    {
      name: 'tests',
      about: 'unit and integration tests of the whole workspace',
      alone: true,
      run: () => runVitest(root, 'vitest.config.ts', 'tests', paths),
    },
    {
      name: 'browser',
      about: 'the demo page in a real Chromium',
      alone: true,
      run: () => checkBrowser(root),
    },
  ];
}

async function checkTypes(root: string): Promise<StepOutcome> {
  const projects = projectFiles(root, ['packages', 'apps', 'examples', 'benchmarks', 'tools']).filter(
    (file) => file.endsWith('/tsconfig.json'),
  );
  const outputs: string[] = [];
  for (const project of projects) {
    const { exitCode, output } = await runCommand('tsc', ['--noEmit', '-p', project], { cwd: root });
    if (exitCode !== 0) outputs.push(output.trimEnd());
  }
  const lines = [...new Set(outputs.flatMap((output) => output.split('\n')))];
  const note = `${projects.length} projects`;
  return outputs.length === 0 ? passed(note) : failed(`${outputs.length} of ${note}`, lines.join('\n'));
}

async function checkBrowser(root: string): Promise<StepOutcome> {
  const chromium = findChromium();
  if (chromium === undefined) {
    const missing = 'no Chromium found: install it, or name it in CHROMIUM_PATH';
    return process.env.CI === undefined
      ? skipped(missing)
      : failed(missing, 'CI must run the browser tests.');
  }
  const page = await runCommand(process.execPath, [join(root, 'tools/build-demo-page.ts')], { cwd: root });
  if (page.exitCode !== 0) return failed('the demo page does not build', page.output);
  const outcome = await runVitest(root, 'vitest.e2e.config.ts', 'browser', [], { CHROMIUM_PATH: chromium });
  return { ...outcome, note: `${outcome.note}, ${chromium}` };
}

async function tool(root: string, name: string, toolArguments: readonly string[]): Promise<StepOutcome> {
  return outcomeOfCommand(await runCommand(name, toolArguments, { cwd: root }), '');
}

function outcomeOfCommand(
  { exitCode, output }: { exitCode: number; output: string },
  note: string,
): StepOutcome {
  return exitCode === 0 ? passed(note) : failed(`exit code ${exitCode}`, output);
}
