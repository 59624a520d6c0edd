import type { JournalEntry, Match } from './emulator-options.ts';
import { isRecord } from './is-record.ts';
import { lastMessageText } from './last-message-text.ts';
import type { Reply } from './reply.ts';

/** What tests told the emulator to say. */
export interface Scripts {
  enqueue(...replies: readonly Reply[]): void;
  once(match: Match, reply: Reply): void;
  when(match: Match, reply: Reply | ((request: JournalEntry) => Reply)): void;
  /** The reply for this request, if one was scripted. Calling `use` takes it out of the queue. */
  find(request: JournalEntry): { readonly reply: Reply; readonly use: () => void } | undefined;
}

type Reaction = Reply | ((request: JournalEntry) => Reply);

export function createScripts(): Scripts {
  const queue: { match: Match; reply: Reply }[] = [];
  const standing: { match: Match; reply: Reaction }[] = [];
  return {
    enqueue: (...replies) => {
      for (const reply of replies) queue.push({ match: {}, reply });
    },
    once: (match, reply) => {
      queue.push({ match, reply });
    },
    when: (match, reply) => {
      standing.unshift({ match, reply });
    },
    find(request) {
      const next = queue.find(({ match }) => isMatch(match, request));
      if (next !== undefined) {
        const use = (): void => {
          const at = queue.indexOf(next);
          if (at !== -1) queue.splice(at, 1);
        };
        return { reply: next.reply, use };
      }
      const always = standing.find(({ match }) => isMatch(match, request));
      if (always === undefined) return undefined;
      const reply = typeof always.reply === 'function' ? always.reply(request) : always.reply;
      return { reply, use: () => undefined };
    },
  };
}

const chatEndpoints = new Set(['chat/completions', 'threads/messages/run', 'threads/messages/rerun']);

/** A match that names neither a path nor a condition means chat. */
function isMatch(match: Match, request: JournalEntry): boolean {
  if (match.path === undefined && match.where === undefined && !chatEndpoints.has(request.endpoint))
    return false;
  if (match.path !== undefined && !isPath(match.path, request)) return false;
  if (match.method !== undefined && match.method.toUpperCase() !== request.method) return false;
  if (match.model !== undefined && match.model !== fieldOf(request.body, 'model')) return false;
  if (match.lastMessage !== undefined && !isFound(match.lastMessage, lastMessageText(request.body)))
    return false;
  return match.where?.(request) ?? true;
}

function isPath(wanted: string | RegExp, request: JournalEntry): boolean {
  if (typeof wanted !== 'string') return wanted.test(request.path);
  return wanted === request.path || wanted === request.endpoint || wanted === `/${request.endpoint}`;
}

function isFound(wanted: string | RegExp, text: string | undefined): boolean {
  if (text === undefined) return false;
  return typeof wanted === 'string' ? text.includes(wanted) : wanted.test(text);
}

function fieldOf(body: unknown, name: string): unknown {
  return isRecord(body) ? body[name] : undefined;
}
