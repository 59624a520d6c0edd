import { colorsOf } from './colors.ts';

/** Shows on a terminal what is being waited for. The function given back wipes it; calling it again does nothing. */
export function showStatus(text: string): () => void {
  const { stderr } = process;
  if (!stderr.isTTY) return () => {};
  stderr.write(colorsOf(stderr).dim(text));
  let isShown = true;
  return () => {
    if (isShown) stderr.write('\r\u001B[2K');
    isShown = false;
  };
}
