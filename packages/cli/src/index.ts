export type { Cause, CheckName, CheckResult, Verdict } from './doctor/check-result.ts';
export { runDoctor } from './doctor/run-doctor.ts';
export { exitCodes, type ExitCode } from './exit-code.ts';
export { runCli } from './run-cli.ts';
