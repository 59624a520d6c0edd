import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCommand } from './run-command.ts';
import type { CommandResult } from './run-command.ts';
import { publishedPackages } from './workspace-packages.ts';
import type { WorkspacePackage } from './workspace-packages.ts';

export type PackedReport = { problems: string[]; packageCount: number };

/** Packs every published package as `pnpm publish` would and looks at what a user would get. */
export async function checkPackedPackages(root: string): Promise<PackedReport> {
  const packages = publishedPackages(root);
  const folder = mkdtempSync(join(tmpdir(), 'gigakit-packed-'));
  try {
    const problems = await Promise.all(packages.map((one) => problemsOf(root, one, folder)));
    return { problems: problems.flat(), packageCount: packages.length };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function problemsOf(root: string, one: WorkspacePackage, folder: string): Promise<string[]> {
  const { name } = one.manifest;
  const packed = await runCommand('pnpm', ['pack', '--json', '--pack-destination', folder], {
    cwd: join(root, one.folder),
  });
  if (packed.exitCode !== 0) return [`${name} cannot be packed:\n${packed.output}`];
  // Warnings may stand before the JSON.
  const { filename, files } = JSON.parse(packed.output.slice(packed.output.indexOf('{'))) as {
    filename: string;
    files: readonly { path: string }[];
  };
  const stray = files.map(({ path }) => path).filter((path) => isStray(path));
  const publint = await runCommand('publint', ['run', filename, '--strict'], { cwd: root });
  const attw = await runCommand(
    'attw',
    [filename, '--profile', 'esm-only', '--no-emoji', '--format', 'table-flipped'],
    { cwd: root },
  );
  return [
    ...stray.map(
      (path) => `${name} would carry ${path}: leave it out under "files" in ${one.folder}/package.json.`,
    ),
    ...complaint(`${name}: publint`, publint),
    ...complaint(`${name}: attw`, attw),
  ];
}

/** What only we need: tests, recorded answers, build leftovers. */
function isStray(path: string): boolean {
  return /\.(?:test|test-d|spec|bench)\.|__fixtures__|__snapshots__|(?:^|\/)(?:test|tests|fixtures|e2e)\/|\.tsbuildinfo$/.test(
    path,
  );
}

function complaint(title: string, { exitCode, output }: CommandResult): string[] {
  return exitCode === 0 ? [] : [`${title}\n${output.trimEnd()}`];
}
