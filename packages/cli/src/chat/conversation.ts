import type { InlineFilePart, Message, TurnRequest } from '@gigakit/core';

/** What has been said in one chat, and what goes along with the next question. */
export interface Conversation {
  readonly history: readonly Message[];
  readonly system: string | undefined;
  readonly model: string | undefined;
  /** Attached by /file, sent with the next question. */
  readonly files: readonly InlineFilePart[];
}

export const emptyConversation: Conversation = {
  history: [],
  system: undefined,
  model: undefined,
  files: [],
};

/** The conversation with a question at its end; attached files go into it. */
export function withQuestion(conversation: Conversation, text: string): Conversation {
  const { history, files } = conversation;
  const content = files.length === 0 ? text : [{ type: 'text' as const, text }, ...files];
  return { ...conversation, history: [...history, { role: 'user', content }], files: [] };
}

/** The conversation without its last question and what was answered to it, and the question apart. */
export function withoutLastQuestion(conversation: Conversation): {
  readonly conversation: Conversation;
  readonly question: Message | undefined;
} {
  const { history } = conversation;
  const last = history.findLastIndex(({ role }) => role === 'user');
  if (last === -1) return { conversation, question: undefined };
  return { conversation: { ...conversation, history: history.slice(0, last) }, question: history[last] };
}

/** What is sent for the last question. */
export function toTurnRequest({ history, system, model }: Conversation): TurnRequest {
  const messages: Message[] =
    system === undefined ? [...history] : [{ role: 'system', content: system }, ...history];
  return { messages, ...(model === undefined ? {} : { model }) };
}
