import type { MindMessage } from '../mind/mind-turn.ts';
import type { Ids } from './ids.ts';

export interface Thread {
  readonly id: string;
  readonly account: string;
  model: string;
  assistantId: string | undefined;
  /** Unix seconds. */
  readonly createdAt: number;
  updatedAt: number;
  readonly messages: ThreadMessage[];
}

export interface ThreadMessage {
  readonly id: string;
  readonly message: MindMessage;
  readonly attachments: readonly { readonly file_id: string; readonly name: string }[];
  readonly createdAt: number;
  readonly finishReason?: string;
  readonly model?: string;
}

/** Conversations kept on the server. Past the ceiling the one longest untouched is dropped. */
export interface ThreadStore {
  create(account: string, model: string, assistantId?: string): Thread;
  find(account: string, id: string): Thread | undefined;
  /** Newest first. */
  list(account: string): Thread[];
  add(
    thread: Thread,
    message: MindMessage,
    extra?: Pick<ThreadMessage, 'finishReason' | 'model'> & {
      readonly attachments?: ThreadMessage['attachments'];
    },
  ): ThreadMessage;
  delete(account: string, id: string): boolean;
}

const maxThreads = 1_000;
const maxMessages = 1_000;

export function createThreadStore(ids: Ids, now: () => number): ThreadStore {
  const threads = new Map<string, Thread>();
  const seconds = (): number => Math.floor(now() / 1000);
  const find = (account: string, id: string): Thread | undefined => {
    const thread = threads.get(id);
    return thread?.account === account ? thread : undefined;
  };
  return {
    find,
    create(account, model, assistantId) {
      const thread: Thread = {
        id: ids.timeUuid(now()),
        account,
        model,
        assistantId,
        createdAt: seconds(),
        updatedAt: seconds(),
        messages: [],
      };
      threads.set(thread.id, thread);
      if (threads.size > maxThreads) {
        const oldest = threads.keys().next();
        if (!oldest.done) threads.delete(oldest.value);
      }
      return thread;
    },
    list: (account) => [...threads.values()].filter((thread) => thread.account === account).toReversed(),
    add(thread, message, { attachments = [], ...extra } = {}) {
      const added: ThreadMessage = {
        id: ids.timeUuid(now()),
        message,
        attachments,
        createdAt: seconds(),
        ...extra,
      };
      thread.messages.push(added);
      if (thread.messages.length > maxMessages) thread.messages.shift();
      thread.updatedAt = seconds();
      // Touched threads move to the end, so that the first is the one longest untouched.
      threads.delete(thread.id);
      threads.set(thread.id, thread);
      return added;
    },
    delete(account, id) {
      return find(account, id) !== undefined && threads.delete(id);
    },
  };
}
