import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { FilePart, GigaChat, JsonSchema, Message, TurnRequest, TurnResult } from '@gigakit/core';
import { Option, type Command } from 'commander';
import { addClientFlags, openClient, type ClientFlags } from '../client-flags.ts';
import { readStdin } from '../read-stdin.ts';
import { stopSignal } from '../stop-signal.ts';
import { UsageError } from '../usage-error.ts';
import { writeJson, writeOut } from '../write-out.ts';

interface AskFlags extends ClientFlags {
  readonly system?: string;
  readonly model?: string;
  readonly api?: 'v1' | 'v2';
  readonly file: readonly string[];
  readonly schema?: string;
}

/** `gigakit ask`: one question, one answer. */
export function addAsk(program: Command): void {
  const command = program
    .command('ask')
    .description('ask one question; the answer is printed as it is written')
    .argument('[question...]', 'what to ask; text piped in is added after it')
    .option('-s, --system <text>', 'instructions to the model')
    .option('-m, --model <id>', 'which model answers')
    .addOption(new Option('--api <generation>', 'which generation of the API to speak').choices(['v1', 'v2']))
    .option('-f, --file <path>', 'a picture or document to ask about; may be repeated', append, [])
    .option('--schema <path>', 'JSON Schema file: the answer is JSON of that shape')
    .action(ask);
  addClientFlags(command);
}

const append = (value: string, before: readonly string[]): readonly string[] => [...before, value];

async function ask(words: readonly string[], flags: AskFlags): Promise<void> {
  const signal = stopSignal();
  const request = await toRequest(words, flags);
  await using giga = openClient(flags, {
    ...(flags.model === undefined ? {} : { model: flags.model }),
    ...(flags.api === undefined ? {} : { api: flags.api }),
  });
  if (flags.json === true) await writeJson(toJson(await giga.chat.generate(request, { signal })));
  else await streamAnswer(giga, request, signal);
}

async function toRequest(words: readonly string[], flags: AskFlags): Promise<TurnRequest> {
  const asked = [words.join(' '), (await readStdin())?.trim() ?? ''].filter((text) => text !== '');
  if (asked.length === 0) {
    throw new UsageError('There is nothing to ask.', 'gigakit ask "Почему небо синее?", or pipe a text in');
  }
  const files = await Promise.all(flags.file.map(readFilePart));
  const messages: Message[] = [
    ...(flags.system === undefined ? [] : [{ role: 'system' as const, content: flags.system }]),
    { role: 'user', content: [{ type: 'text', text: asked.join('\n\n') }, ...files] },
  ];
  if (flags.schema === undefined) return { messages };
  return { messages, responseFormat: { type: 'json-schema', schema: await readSchema(flags.schema) } };
}

async function readFilePart(path: string): Promise<FilePart> {
  return { type: 'file', data: await readBytes(path), filename: basename(path) };
}

async function readSchema(path: string): Promise<JsonSchema> {
  const text = new TextDecoder().decode(await readBytes(path));
  try {
    const schema: unknown = JSON.parse(text);
    if (typeof schema === 'object' && schema !== null && !Array.isArray(schema)) return schema as JsonSchema;
  } catch {
    // Said below, in the words of the command line.
  }
  throw new UsageError(
    `${path} holds no JSON Schema.`,
    'it should be a JSON object such as {"type":"object"}',
  );
}

async function readBytes(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (error) {
    throw new UsageError(
      `${path} cannot be read: ${error instanceof Error ? error.message : String(error)}.`,
    );
  }
}

async function streamAnswer(giga: GigaChat, request: TurnRequest, signal: AbortSignal): Promise<void> {
  const stream = await giga.chat.stream(request, { signal });
  let last = '';
  for await (const text of stream.textStream) {
    await writeOut(text);
    last = text;
  }
  if (!last.endsWith('\n')) await writeOut('\n');
}

function toJson(turn: TurnResult): object {
  const { text, reasoning, model, finishReason, usage, sources, files, warnings, requestId } = turn;
  const { raw: _raw, ...tokens } = usage;
  return { text, reasoning, model, finishReason, usage: tokens, sources, files, warnings, requestId };
}
