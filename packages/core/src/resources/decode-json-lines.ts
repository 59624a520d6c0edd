import { StreamError } from '../errors/index.ts';
import type { JsonValue } from '../turn/json.ts';
import { parseJson } from '../wire/read-json.ts';

/**
 * JSON Lines, one value after another, however the bytes are cut. Blank lines are passed over.
 * @throws StreamError when a line is no JSON.
 */
export async function* decodeJsonLines(source: AsyncIterable<Uint8Array>): AsyncGenerator<JsonValue> {
  const decoder = new TextDecoder();
  /** Pieces of a line that has not ended: joined once, so that a long line costs its length and no more. */
  let pieces: string[] = [];
  let lineNumber = 0;
  for await (const chunk of source) {
    const lines = decoder.decode(chunk, { stream: true }).split('\n');
    for (const [index, text] of lines.entries()) {
      pieces.push(text);
      if (index === lines.length - 1) break;
      lineNumber += 1;
      const line = pieces.join('');
      pieces = [];
      if (line.trim() !== '') yield parseLine(line, lineNumber);
    }
  }
  const last = pieces.join('') + decoder.decode();
  if (last.trim() !== '') yield parseLine(last, lineNumber + 1);
}

function parseLine(line: string, lineNumber: number): JsonValue {
  const value = parseJson(line);
  if (value !== undefined) return value;
  throw new StreamError(`Line ${lineNumber} of the results is no JSON.`, {
    reason: 'malformed',
    lastFrame: line.slice(0, 1_000),
  });
}
