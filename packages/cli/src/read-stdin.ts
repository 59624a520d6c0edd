import { text } from 'node:stream/consumers';

/** What was piped in; `undefined` when a person sits at the terminal. */
export function readStdin(): Promise<string> | undefined {
  return process.stdin.isTTY ? undefined : text(process.stdin);
}
