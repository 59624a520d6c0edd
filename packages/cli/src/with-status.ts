import { colorsOf } from './colors.ts';

/** Shows on a terminal what is being waited for, and wipes it when that is over. */
export async function withStatus<T>(text: string, work: Promise<T>): Promise<T> {
  const { stderr } = process;
  if (!stderr.isTTY) return work;
  stderr.write(colorsOf(stderr).dim(text));
  try {
    return await work;
  } finally {
    stderr.write('\r\u001B[2K');
  }
}
