import { inspect } from 'node:util';
import { colorsOf } from './colors.ts';
import { describeError } from './describe-error.ts';

/** Tells an error on standard error: one sentence, what to do, and the stack when it is asked for. */
export function reportError(error: unknown, isVerbose: boolean): void {
  const { bold, dim, red } = colorsOf(process.stderr);
  const { message, hint, requestId } = describeError(error);
  const lines = [`${red(bold('gigakit:'))} ${message}`];
  if (hint !== undefined) lines.push(`  ${hint}`);
  if (requestId !== undefined) lines.push(dim(`  request ${requestId}`));
  if (isVerbose) lines.push(dim(inspect(error)));
  process.stderr.write(`${lines.join('\n')}\n`);
}
