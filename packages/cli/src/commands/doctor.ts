import type { Command } from 'commander';
import { addClientFlags, addModelFlags, settingsOf, type ClientFlags } from '../client-flags.ts';
import { colorsOf } from '../colors.ts';
import type { CheckResult } from '../doctor/check-result.ts';
import { doctorExitCode } from '../doctor/doctor-exit-code.ts';
import { runDoctor } from '../doctor/run-doctor.ts';
import { exitCodes, type ExitCode } from '../exit-code.ts';
import { FailedChecksError } from '../failed-checks-error.ts';
import { writeJson, writeLine } from '../write-out.ts';

/** `gigakit doctor`: what is wrong with a set-up. */
export function addDoctor(program: Command): void {
  const command = program
    .command('doctor')
    .description('check the set-up step by step, and say what to fix; costs no tokens')
    .action(doctor);
  addClientFlags(addModelFlags(command));
}

async function doctor(flags: ClientFlags): Promise<void> {
  const results: CheckResult[] = [];
  for await (const result of runDoctor(settingsOf(flags))) {
    results.push(result);
    if (flags.json !== true) await writeLine(lineOf(result));
  }
  const exitCode: ExitCode = doctorExitCode(results);
  if (flags.json === true) await writeJson({ isHealthy: exitCode === exitCodes.ok, checks: results });
  if (exitCode !== exitCodes.ok) throw new FailedChecksError(exitCode);
}

const signs = { ok: '✓', warn: '!', fail: '✗', skip: '-' } as const;
const nameWidth = 13;

function lineOf(result: CheckResult): string {
  const { bold, cyan, dim, green, red, yellow } = colorsOf(process.stdout);
  const paint = { ok: green, warn: yellow, fail: red, skip: dim }[result.status];
  const { target, message } = result;
  // Failures name the host themselves, since `--json` shows them alone.
  const about = target === undefined || message.includes(target) ? '' : `${target}: `;
  const line = `${paint(signs[result.status])} ${bold(result.check.padEnd(nameWidth))}${about}${message}`;
  if (!('fix' in result)) return result.status === 'skip' ? dim(line) : line;
  return `${line}\n  ${' '.repeat(nameWidth)}${cyan('→')} ${result.fix}`;
}
