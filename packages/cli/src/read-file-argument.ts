import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { InlineFilePart, JsonSchema } from '@gigakit/core';
import { UsageError } from './usage-error.ts';

/** The bytes of a file that was named on the command line. */
async function readFileArgument(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    const why = code === 'ENOENT' ? 'is not there' : code === 'EISDIR' ? 'is a folder' : 'cannot be read';
    throw new UsageError(`The file ${path} ${why}.`, 'give the path of a file that can be read');
  }
}

/** A file of the command line as part of a message. */
export async function readFilePart(path: string): Promise<InlineFilePart> {
  return { type: 'file', data: await readFileArgument(path), filename: basename(path) };
}

/** A JSON Schema from a file. */
export async function readSchema(path: string): Promise<JsonSchema> {
  const schema = parse(new TextDecoder().decode(await readFileArgument(path)));
  if (typeof schema === 'object' && schema !== null && !Array.isArray(schema)) return schema as JsonSchema;
  throw new UsageError(
    `The file ${path} holds no JSON Schema.`,
    'it should be a JSON object such as {"type":"object"}',
  );
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
