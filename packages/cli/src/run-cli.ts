import { CommanderError } from 'commander';
import { describeError } from './describe-error.ts';
import { exitCodeOf, exitCodes, type ExitCode } from './exit-code.ts';
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
    if (error instanceof InterruptedError) return error.exitCode;
    const { message, hint, requestId } = describeError(error);
    process.stderr.write(`gigakit: ${message}\n`);
    if (hint !== undefined) process.stderr.write(`  ${hint}\n`);
    if (requestId !== undefined) process.stderr.write(`  request ${requestId}\n`);
    return exitCodeOf(error);
  }
}
