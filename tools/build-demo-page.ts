// Builds the demo's page when a source is newer than what was built last.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { projectFiles } from './project-files.ts';

const root = dirname(import.meta.dirname);
const built = join(root, 'apps/demo/dist-web/index.html');
const sources = ['apps/demo/web', 'apps/demo/package.json', 'apps/demo/vite.config.ts', 'pnpm-lock.yaml'];

if (!existsSync(built) || newestMs() > statSync(built).mtimeMs) {
  console.error('gigakit: building the demo page');
  const child = spawn(process.execPath, ['--run', 'build:web', '--', '--logLevel=error'], {
    cwd: join(root, 'apps/demo'),
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const [exitCode] = await once(child, 'close');
  process.exitCode = typeof exitCode === 'number' ? exitCode : 1;
}

function newestMs(): number {
  const files = sources.flatMap((source) => {
    const path = join(root, source);
    if (!existsSync(path)) return [];
    return statSync(path).isFile() ? [source] : projectFiles(root, [source]);
  });
  return Math.max(0, ...files.map((file) => statSync(join(root, file)).mtimeMs));
}
