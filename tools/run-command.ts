import { spawn } from 'node:child_process';

export type CommandResult = { exitCode: number; output: string };

export type CommandOptions = {
  cwd?: string;
  env?: Readonly<Record<string, string | undefined>>;
  /** The child is ended after this long; its output then says so. */
  timeoutMs?: number;
};

/** Runs a program and gathers what it prints, standard output and standard error in the order they came. */
export function runCommand(
  file: string,
  commandArguments: readonly string[],
  options: CommandOptions = {},
): Promise<CommandResult> {
  const { promise, resolve } = Promise.withResolvers<CommandResult>();
  const child = spawn(file, commandArguments, {
    cwd: options.cwd,
    env: { ...process.env, FORCE_COLOR: '0', NO_COLOR: '1', ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const chunks: Buffer[] = [];
  const gather = (chunk: Buffer) => void chunks.push(chunk);
  child.stdout.on('data', gather);
  child.stderr.on('data', gather);

  const { timeoutMs } = options;
  const timer =
    timeoutMs === undefined
      ? undefined
      : setTimeout(() => {
          gather(Buffer.from(`\nended after ${timeoutMs / 1000} s\n`));
          child.kill('SIGKILL');
        }, timeoutMs);
  const finish = (exitCode: number) => {
    clearTimeout(timer);
    resolve({ exitCode, output: Buffer.concat(chunks).toString('utf8') });
  };
  child.once('error', (error) => {
    gather(Buffer.from(`${file} could not be started: ${error.message}\n`));
    finish(127);
  });
  child.once('close', (code) => finish(code ?? 1));
  return promise;
}
