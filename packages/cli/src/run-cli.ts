import { CommanderError } from 'commander';
import { exitCodeOf, exitCodes, type ExitCode } from './exit-code.ts';
import { FailedChecksError } from './failed-checks-error.ts';
import { InterruptedError } from './interrupted-error.ts';
import { createProgram } from './program.ts';
import { reportError } from './report-error.ts';

/** Runs the command line and says what the process should end with; errors are told on standard error. */
export async function runCli(args: readonly string[]): Promise<ExitCode> {
  try {
    await createProgram().parseAsync([...args], { from: 'user' });
    return exitCodes.ok;
  } catch (error) {
    // Help and version are told by an error too; commander has printed what there was to say.
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.ok : exitCodes.usage;
    if (error instanceof InterruptedError || error instanceof FailedChecksError) return error.exitCode;
    reportError(error, args.includes('--verbose') || isSet(process.env['DEBUG']));
    return exitCodeOf(error);
  }
}

const isSet = (value: string | undefined): boolean => value !== undefined && value !== '';
