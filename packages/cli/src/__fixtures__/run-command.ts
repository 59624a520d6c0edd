import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export interface Ending {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  /** The whole environment, PATH and HOME apart. */
  readonly env?: Readonly<Record<string, string>>;
  /** Piped in; nothing by default. */
  readonly input?: string;
  readonly cwd?: string;
}

const entry = fileURLToPath(new URL('../cli.ts', import.meta.url));

/** Starts `gigakit` as a shell would, reading from pipes. */
export function startCommand(args: readonly string[], { env = {}, cwd }: RunOptions = {}) {
  const { PATH, HOME } = process.env;
  return spawn(process.execPath, ['--conditions=@gigakit/source', entry, ...args], {
    env: { PATH, HOME, ...env },
    stdio: 'pipe',
    ...(cwd === undefined ? {} : { cwd }),
  });
}

/** Runs `gigakit` to its end. */
export async function runCommand(args: readonly string[], options: RunOptions = {}): Promise<Ending> {
  const child = startCommand(args, options);
  child.stdin.end(options.input ?? '');
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  return { code, stdout, stderr };
}
