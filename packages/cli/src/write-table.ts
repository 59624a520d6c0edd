import { writeOut } from './write-out.ts';

/** Prints rows in columns as wide as their longest cell. */
export function writeTable(rows: readonly (readonly string[])[]): Promise<void> {
  const widths: number[] = [];
  for (const row of rows) {
    for (const [column, cell] of row.entries()) widths[column] = Math.max(widths[column] ?? 0, cell.length);
  }
  const lines = rows.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '));
  return writeOut(lines.map((line) => `${line.trimEnd()}\n`).join(''));
}
