import { once } from 'node:events';

/** Writes to standard output, and waits when the reader at the other end of the pipe is slow. */
export async function writeOut(text: string | Uint8Array): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, 'drain');
}

/** Writes one line of text to standard output. */
export function writeLine(text: string): Promise<void> {
  return writeOut(`${text}\n`);
}

/** Writes a value as indented JSON. */
export function writeJson(value: unknown): Promise<void> {
  return writeLine(JSON.stringify(value, null, 2));
}
