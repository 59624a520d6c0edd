import { colorsOf } from './colors.ts';

/** Says something on standard error that is no failure. */
export function warn(message: string): void {
  process.stderr.write(`${colorsOf(process.stderr).yellow('note:')} ${message}\n`);
}
