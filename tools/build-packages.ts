import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from './run-command.ts';
import type { CommandResult } from './run-command.ts';
import { workspacePackages } from './workspace-packages.ts';

/** Compiles every package to its `dist`, in dependency order; what has not changed comes from turbo's cache. */
export async function buildPackages(root: string): Promise<CommandResult> {
  // What comes from the cache is put beside what is there, and a file whose source has gone would be published for ever.
  for (const { folder } of workspacePackages(root))
    rmSync(join(root, folder, 'dist'), { recursive: true, force: true });
  return runCommand(
    'turbo',
    ['run', 'build', '--continue=dependencies-successful', '--output-logs=errors-only', '--ui=stream'],
    {
      cwd: root,
      env: { TURBO_TELEMETRY_DISABLED: '1', TURBO_NO_UPDATE_NOTIFIER: '1' },
    },
  );
}
