import { createInterface, type Interface } from 'node:readline';
import type { TurnResult } from '@gigakit/core';
import type { Command } from 'commander';
import { answerJson } from '../answer-json.ts';
import { ChatSession, type ChatScreen } from '../chat/chat-session.ts';
import { parseLine } from '../chat/parse-line.ts';
import { addClientFlags, addModelFlags, type ClientFlags } from '../client-flags.ts';
import { colorsOf } from '../colors.ts';
import { InterruptedError } from '../interrupted-error.ts';
import { reportError } from '../report-error.ts';
import { withClient } from '../with-client.ts';
import { writeLine, writeOut } from '../write-out.ts';

interface ChatFlags extends ClientFlags {
  readonly system?: string;
}

/** `gigakit chat`: a conversation. */
export function addChat(program: Command): void {
  const command = program
    .command('chat')
    .description('talk; /help lists what can be done beside talking')
    .option('-s, --system <text>', 'instructions to the model')
    .action(chat);
  addClientFlags(addModelFlags(command));
}

async function chat(flags: ChatFlags): Promise<void> {
  const isInteractive = process.stdin.isTTY && process.stdout.isTTY && flags.json !== true;
  await withClient(flags, async (giga, stopped) => {
    const session = new ChatSession(giga, screenOf(flags, isInteractive), flags.system);
    const lines = createInterface({
      input: process.stdin,
      ...(isInteractive ? { output: process.stdout, prompt: colorsOf(process.stdout).cyan('> ') } : {}),
    });
    const leaving = new AbortController();
    leaving.signal.addEventListener('abort', () => {
      session.stop();
      lines.close();
    });
    if (isInteractive) listenForCtrlC(session, lines, () => leaving.abort(new InterruptedError('SIGINT')));
    stopped.addEventListener('abort', () => leaving.abort(stopped.reason));
    if (isInteractive) process.stdout.write(`${giga.model} listens. /help, Ctrl-D to leave.\n`);
    try {
      await converse(session, lines, isInteractive, leaving.signal);
    } finally {
      lines.close();
    }
    leaving.signal.throwIfAborted();
  });
}

async function converse(
  session: ChatSession,
  lines: Interface,
  isInteractive: boolean,
  leaving: AbortSignal,
): Promise<void> {
  if (isInteractive) lines.prompt();
  for await (const line of lines) {
    if (leaving.aborted) return;
    try {
      if (!(await session.take(parseLine(line)))) return;
    } catch (error) {
      // A person reads it and goes on; a script must hear of it.
      if (!isInteractive) throw error;
      reportError(error, false);
    }
    if (leaving.aborted) return;
    if (isInteractive) lines.prompt();
  }
}

/**
 * The first Ctrl-C stops the answer; one more, with nothing said in between, leaves. The terminal is in raw mode, so it
 * arrives as a key and not as a signal.
 */
function listenForCtrlC(session: ChatSession, lines: Interface, leave: () => void): void {
  let isSecond = false;
  lines.on('line', () => (isSecond = false));
  lines.on('SIGINT', () => {
    if (isSecond) return leave();
    isSecond = true;
    if (session.stop()) return;
    process.stdout.write('\n(once more to leave)\n');
    lines.prompt();
  });
}

function screenOf(flags: ChatFlags, isInteractive: boolean): ChatScreen {
  const { dim } = colorsOf(process.stdout);
  const isJson = flags.json === true;
  return {
    answer: async (text) => {
      if (!isJson) await writeOut(text);
    },
    answered: async (turn) => {
      if (!isJson) await writeLine(isInteractive ? dim(closingWords(turn)) : '');
      else if (turn !== undefined) await writeLine(JSON.stringify(answerJson(turn)));
    },
    remark: (text) => {
      process.stderr.write(`${text}\n`);
    },
  };
}

function closingWords(turn: TurnResult | undefined): string {
  if (turn === undefined) return '\n(stopped)';
  const { totalTokens } = turn.usage;
  return totalTokens === undefined ? '' : `\n(${totalTokens} tokens, ${turn.model})`;
}
