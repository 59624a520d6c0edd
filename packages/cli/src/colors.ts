import { createColors } from 'picocolors';

/** Colours for one output stream: on a terminal alone, and never when NO_COLOR is set. */
export function colorsOf(stream: { readonly isTTY?: boolean }): ReturnType<typeof createColors> {
  const { NO_COLOR = '', TERM } = process.env;
  return createColors(stream.isTTY === true && NO_COLOR === '' && TERM !== 'dumb');
}
