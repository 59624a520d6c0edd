import type { Found } from './stop.ts';
import type { TerminalWords } from './texts/terminal-words.ts';

/** A line of the terminal. A verbatim one is never broken, so that a path can be copied. */
export interface ShownLine {
  readonly text: string;
  readonly isVerbatim?: boolean;
}

/** What a stop has to show beside its text, as lines. */
export function showFound(found: Found, words: TerminalWords): ShownLine[] {
  switch (found.type) {
    case 'tool-calls':
      return found.calls.map(({ name, input, output }) => ({
        text: `${name}(${spaced(input)}) -> ${spaced(output)}`,
      }));
    case 'object':
      return Object.entries(found.value).map(([name, value]) => ({ text: `${name}: ${value}` }));
    case 'image':
      return [
        { text: `${found.mediaType}, ${words.bytes(found.byteCount)}` },
        { text: found.path, isVerbatim: true },
      ];
    case 'neighbours':
      return found.neighbours.map(({ text, similarity }) => ({ text: `${similarity.toFixed(3)}  ${text}` }));
    case 'source':
      return [{ text: `[${found.name}] ${found.passage}` }];
  }
}

// Spaces after commas give the terminal places to break the line.
const spaced = (value: unknown): string => (JSON.stringify(value) ?? '').replaceAll(',"', ', "');
