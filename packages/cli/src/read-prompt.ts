import { text } from 'node:stream/consumers';
import { UsageError } from './usage-error.ts';

/** The words of the command line, then what was piped in; `example` shows how to give either. */
export async function readPrompt(words: readonly string[], example: string): Promise<string> {
  const parts = [words.join(' ').trim(), (await readPiped()).trim()].filter((part) => part !== '');
  if (parts.length === 0) throw new UsageError('No text was given.', `${example}, or pipe a text in`);
  return parts.join('\n\n');
}

/** What was piped in; nothing when a person sits at the terminal. */
export async function readPiped(): Promise<string> {
  return process.stdin.isTTY ? '' : text(process.stdin);
}
