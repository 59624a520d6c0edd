import { writeFile } from 'node:fs/promises';
import type { GigaChat, TurnResult } from '@gigakit/core';
import { readFilePart } from '../read-file-argument.ts';
import { UsageError } from '../usage-error.ts';
import {
  emptyConversation,
  toTurnRequest,
  withoutLastQuestion,
  withQuestion,
  type Conversation,
} from './conversation.ts';
import { chatHelp, type ChatLine } from './parse-line.ts';

/** Where a chat shows itself. */
export interface ChatScreen {
  /** A piece of the answer as it is written. */
  answer(text: string): Promise<void>;
  /** The answer is over, whole or stopped; `turn` when it is whole. */
  answered(turn: TurnResult | undefined): Promise<void>;
  /** A remark of the program's own. */
  remark(text: string): void;
}

/** One conversation with a model. */
export class ChatSession {
  readonly #giga: GigaChat;
  readonly #screen: ChatScreen;
  #conversation: Conversation;
  #answering: AbortController | undefined;

  constructor(giga: GigaChat, screen: ChatScreen, system: string | undefined) {
    this.#giga = giga;
    this.#screen = screen;
    this.#conversation = { ...emptyConversation, system };
  }

  /** Does what a line says. Gives false when it says to leave. */
  async take(line: ChatLine): Promise<boolean> {
    switch (line.type) {
      case 'empty':
        return true;
      case 'exit':
        return false;
      case 'help':
        this.#screen.remark(chatHelp);
        return true;
      case 'wrong':
        this.#screen.remark(line.message);
        return true;
      case 'new':
        this.#conversation = { ...this.#conversation, history: [], files: [] };
        this.#screen.remark('Forgotten.');
        return true;
      case 'system':
        this.#conversation = {
          ...this.#conversation,
          system: line.argument === '' ? undefined : line.argument,
        };
        return true;
      case 'model':
        this.#conversation = { ...this.#conversation, model: line.argument };
        return true;
      case 'file':
        await this.#attach(line.argument);
        return true;
      case 'save':
        await this.#save(line.argument);
        return true;
      case 'say':
        await this.#ask(withQuestion(this.#conversation, line.text));
        return true;
      case 'retry':
        await this.#retry();
        return true;
    }
  }

  /** Stops the answer that is being written. Gives false when there is none. */
  stop(): boolean {
    if (this.#answering === undefined || this.#answering.signal.aborted) return false;
    this.#answering.abort();
    return true;
  }

  async #retry(): Promise<void> {
    const { conversation, question } = withoutLastQuestion(this.#conversation);
    if (question === undefined) this.#screen.remark('Nothing was asked yet.');
    else await this.#ask({ ...conversation, history: [...conversation.history, question] });
  }

  /** A question that fails leaves the conversation as it was; one that is stopped keeps what had been said. */
  async #ask(asked: Conversation): Promise<void> {
    const answering = new AbortController();
    const { signal } = answering;
    this.#answering = answering;
    let text = '';
    let turn: TurnResult | undefined;
    try {
      const stream = await this.#giga.chat.stream(toTurnRequest(asked), { signal });
      for await (const piece of stream.textStream) {
        text += piece;
        await this.#screen.answer(piece);
      }
      turn = await stream.result();
    } catch (error) {
      if (!signal.aborted) throw error;
    } finally {
      this.#answering = undefined;
    }
    if (turn !== undefined) {
      this.#conversation = { ...asked, history: [...asked.history, turn.message] };
    } else if (text !== '') {
      this.#conversation = { ...asked, history: [...asked.history, { role: 'assistant', content: text }] };
    }
    await this.#screen.answered(turn);
  }

  async #attach(path: string): Promise<void> {
    const part = await readFilePart(path);
    this.#conversation = { ...this.#conversation, files: [...this.#conversation.files, part] };
    this.#screen.remark(`${path} goes with the next question.`);
  }

  async #save(path: string): Promise<void> {
    const { messages } = toTurnRequest(this.#conversation);
    // Bytes would swell the file and say nothing to its reader.
    const text = JSON.stringify(messages, (name, value: unknown) => (name === 'data' ? undefined : value), 2);
    await writeFile(path, `${text}\n`).catch((error: unknown) => {
      throw new UsageError(`${path} cannot be written: ${error instanceof Error ? error.message : ''}`);
    });
    this.#screen.remark(`Saved to ${path}.`);
  }
}
