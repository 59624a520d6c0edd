import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from './run-command.ts';
import type { CommandResult } from './run-command.ts';
import { workspacePackages } from './workspace-packages.ts';

/** Compiles every package to its `dist`, in dependency order; what has not changed comes from turbo's cache. */
export async function buildPackages(root: string): Promise<CommandResult> {
  for (const { folder } of workspacePackages(root)) removeOrphans(join(root, folder));
  return runCommand(
    'turbo',
    ['run', 'build', '--continue=dependencies-successful', '--output-logs=errors-only', '--ui=stream'],
    {
      cwd: root,
      env: { TURBO_TELEMETRY_DISABLED: '1', TURBO_NO_UPDATE_NOTIFIER: '1' },
    },
  );
}

/** Compiling never deletes: an output whose source has gone would be published for ever. */
function removeOrphans(folder: string): void {
  const dist = join(folder, 'dist');
  if (!existsSync(dist)) return;
  for (const file of readdirSync(dist, { recursive: true, encoding: 'utf8' })) {
    const source = file.match(/^(.*?)(?:\.d\.ts|\.js)(?:\.map)?$/)?.[1];
    if (source === undefined) continue;
    const hasSource = ['.ts', '.tsx'].some((extension) =>
      existsSync(join(folder, 'src', source + extension)),
    );
    if (!hasSource) rmSync(join(dist, file));
  }
}
