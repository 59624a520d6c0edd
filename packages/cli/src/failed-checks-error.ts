import type { ExitCode } from './exit-code.ts';

/** The doctor found something. Everything has been said by then; this carries the exit code alone. */
export class FailedChecksError extends Error {
  override readonly name = 'FailedChecksError';
  readonly exitCode: ExitCode;

  constructor(exitCode: ExitCode) {
    super('Some checks failed.');
    this.exitCode = exitCode;
  }
}
