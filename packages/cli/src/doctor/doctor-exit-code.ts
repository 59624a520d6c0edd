import { exitCodes, type ExitCode } from '../exit-code.ts';
import type { CheckName, CheckResult } from './check-result.ts';

const byCheck: Readonly<Record<CheckName, ExitCode>> = {
  environment: exitCodes.signIn,
  proxy: exitCodes.network,
  dns: exitCodes.network,
  tcp: exitCodes.network,
  tls: exitCodes.network,
  clock: exitCodes.network,
  'sign-in': exitCodes.signIn,
  models: exitCodes.refused,
  balance: exitCodes.refused,
};

/** The first failure decides. */
export function doctorExitCode(results: readonly CheckResult[]): ExitCode {
  const first = results.find(({ status }) => status === 'fail');
  if (first === undefined) return exitCodes.ok;
  return first.status === 'fail' && first.cause === 'bad-setting' ? exitCodes.usage : byCheck[first.check];
}
