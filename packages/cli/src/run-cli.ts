import { inspect } from 'node:util';
import { CommanderError } from 'commander';
import { colorsOf } from './colors.ts';
import { describeError } from './describe-error.ts';
import { exitCodeOf, exitCodes, type ExitCode } from './exit-code.ts';
import { FailedChecksError } from './failed-checks-error.ts';
import { InterruptedError } from './interrupted-error.ts';
import { createProgram } from './program.ts';

/** Runs the command line and says what the process should end with; errors are told on standard error. */
export async function runCli(args: readonly string[]): Promise<ExitCode> {
  try {
    await createProgram().parseAsync([...args], { from: 'user' });
    return exitCodes.ok;
  } catch (error) {
    // Help and version are told by an error too; commander has printed what there was to say.
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.ok : exitCodes.usage;
    if (error instanceof InterruptedError || error instanceof FailedChecksError) return error.exitCode;
    process.stderr.write(report(error, args.includes('--verbose') || isSet(process.env['DEBUG'])));
    return exitCodeOf(error);
  }
}

const isSet = (value: string | undefined): boolean => value !== undefined && value !== '';

function report(error: unknown, isVerbose: boolean): string {
  const { bold, dim, red } = colorsOf(process.stderr);
  const { message, hint, requestId } = describeError(error);
  const lines = [`${red(bold('gigakit:'))} ${message}`];
  if (hint !== undefined) lines.push(`  ${hint}`);
  if (requestId !== undefined) lines.push(dim(`  request ${requestId}`));
  if (isVerbose) lines.push(dim(inspect(error)));
  return `${lines.join('\n')}\n`;
}
