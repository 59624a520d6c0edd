import type { GigaChat, Message, TurnRequest, TurnResult } from '@gigakit/core';
import type { Command } from 'commander';
import { answerJson } from '../answer-json.ts';
import { addClientFlags, addModelFlags, type ClientFlags } from '../client-flags.ts';
import { readFilePart, readSchema } from '../read-file-argument.ts';
import { readPrompt } from '../read-prompt.ts';
import { showStatus } from '../show-status.ts';
import { warn } from '../warn.ts';
import { withClient } from '../with-client.ts';
import { withStatus } from '../with-status.ts';
import { writeJson, writeOut } from '../write-out.ts';

interface AskFlags extends ClientFlags {
  readonly system?: string;
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
    .option('-f, --file <path>', 'a picture or document to ask about; may be repeated', append, [])
    .option('--schema <path>', 'JSON Schema file: the answer is JSON of that shape')
    .action(ask);
  addClientFlags(addModelFlags(command));
}

const append = (value: string, before: readonly string[]): readonly string[] => [...before, value];

async function ask(words: readonly string[], flags: AskFlags): Promise<void> {
  const request = await toRequest(words, flags);
  await withClient(flags, async (giga, signal) => {
    if (flags.json === true) {
      const turn = await withStatus('thinking…', giga.chat.generate(request, { signal }));
      await writeJson(answerJson(turn));
    } else await streamAnswer(giga, request, signal);
  });
}

async function toRequest(words: readonly string[], flags: AskFlags): Promise<TurnRequest> {
  const files = await Promise.all(flags.file.map(readFilePart));
  const schema = flags.schema === undefined ? undefined : await readSchema(flags.schema);
  const text = await readPrompt(words, 'gigakit ask "Почему небо синее?"');
  const messages: Message[] = [{ role: 'user', content: [{ type: 'text', text }, ...files] }];
  if (flags.system !== undefined) messages.unshift({ role: 'system', content: flags.system });
  return schema === undefined ? { messages } : { messages, responseFormat: { type: 'json-schema', schema } };
}

async function streamAnswer(giga: GigaChat, request: TurnRequest, signal: AbortSignal): Promise<void> {
  const clear = showStatus('thinking…');
  let last = '';
  let turn: TurnResult;
  try {
    const stream = await giga.chat.stream(request, { signal });
    for await (const text of stream.textStream) {
      clear();
      await writeOut(text);
      last = text;
    }
    turn = await stream.result();
  } finally {
    clear();
    // Also under an answer that broke off, so that the error begins a line of its own.
    if (last !== '' && !last.endsWith('\n')) await writeOut('\n');
  }
  remarkOn(turn);
}

function remarkOn({ files, finishReason, warnings }: TurnResult): void {
  for (const { message } of warnings) warn(message);
  for (const { fileId } of files) warn(`the answer has a file: gigakit files download ${fileId}`);
  if (finishReason === 'length') warn('the answer was cut at the limit of tokens');
  if (finishReason === 'content-filter') warn('the content filter of the server ended the answer');
}
