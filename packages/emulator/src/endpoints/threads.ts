import { jsonAnswer } from '../answer.ts';
import { findAssistant, openConversation } from '../chat/conversation.ts';
import { parseV1Turn, v1FileIdsOf } from '../chat/parse-v1-turn.ts';
import { validateV1 } from '../chat/validate-v1.ts';
import type { Exchange } from '../exchange.ts';
import { isRecord } from '../is-record.ts';
import { Refusal } from '../refusal.ts';
import type { Route } from '../route.ts';
import type { Thread, ThreadMessage } from '../state/thread-store.ts';
import { optionalText } from '../text-of.ts';

const common = { generation: 'v1', access: 'token' } as const;

export const listThreads: Route = {
  ...common,
  method: 'GET',
  path: 'threads',
  body: 'none',
  handle(exchange) {
    const { searchParams } = exchange.url;
    const assistants = searchParams.getAll('assistants_ids').flatMap((ids) => ids.split(','));
    const before = Number(searchParams.get('before') ?? Infinity);
    const found = exchange.world.threads
      .list(exchange.token?.account ?? '')
      .filter(({ assistantId = '' }) => assistants.length === 0 || assistants.includes(assistantId))
      .filter(({ createdAt }) => createdAt < before)
      .slice(0, limitOf(searchParams));
    return jsonAnswer({ threads: found.map(threadJson) });
  },
};

export const createThread: Route = {
  ...common,
  method: 'POST',
  path: 'threads',
  body: 'json',
  handle: (exchange) =>
    jsonAnswer(threadJson(exchange.world.threads.create(exchange.token?.account ?? '', 'GigaChat-2'))),
};

export const retrieveThreads: Route = {
  ...common,
  method: 'POST',
  path: 'threads/retrieve',
  body: 'json',
  handle(exchange, { body }) {
    const ids = isRecord(body) && Array.isArray(body['threads_ids']) ? body['threads_ids'] : [];
    const account = exchange.token?.account ?? '';
    const found = ids.map((id) => exchange.world.threads.find(account, String(id)));
    return jsonAnswer({ threads: found.filter((thread) => thread !== undefined).map(threadJson) });
  },
};

/** Answers 200 with nothing in it. */
export const deleteThread: Route = {
  ...common,
  method: 'POST',
  path: 'threads/delete',
  body: 'json',
  handle(exchange, { body }) {
    const { id, account } = requireThread(exchange, isRecord(body) ? body['thread_id'] : undefined);
    exchange.world.threads.delete(account, id);
    return { status: 200, headers: {}, body: new Uint8Array() };
  },
};

export const listThreadMessages: Route = {
  ...common,
  method: 'GET',
  path: 'threads/messages',
  body: 'none',
  handle(exchange) {
    const { searchParams } = exchange.url;
    const thread = requireThread(exchange, searchParams.get('thread_id') ?? undefined);
    const before = searchParams.get('before');
    const end = thread.messages.findIndex(({ id }) => id === before);
    const seen = thread.messages.slice(0, end === -1 ? undefined : end);
    return jsonAnswer({
      thread_id: thread.id,
      messages: seen.slice(-limitOf(searchParams)).map(messageJson),
    });
  },
};

/** Adds messages to a thread, or starts one with them; nothing is generated. */
export const addThreadMessages: Route = {
  ...common,
  method: 'POST',
  path: 'threads/messages',
  body: 'json',
  handle(exchange, { body: sent }) {
    const { body, thread } = openThread(exchange, sent);
    const fileIds = v1FileIdsOf(body);
    const added = parseV1Turn(body).messages.map((message, index) =>
      exchange.world.threads.add(thread, message, {
        attachments: attachmentsOf(exchange, fileIds[index] ?? []),
      }),
    );
    return jsonAnswer({
      thread_id: thread.id,
      messages: added.map(({ id, createdAt }) => ({ created_at: createdAt, message_id: id })),
    });
  },
};

/** The thread that a body of messages names, or a new one. */
function openThread(
  exchange: Exchange,
  sent: unknown,
): { readonly body: Readonly<Record<string, unknown>>; readonly thread: Thread } {
  const { body } = validateV1(isRecord(sent) ? { storage: {}, ...sent } : sent, exchange.world.profile);
  const { thread } = openConversation(exchange, {
    threadId: optionalText(body['thread_id']),
    assistantId: optionalText(body['assistant_id']),
    limit: undefined,
    model: optionalText(body['model']),
    asked: [],
  });
  return { body, thread };
}

function attachmentsOf(exchange: Exchange, ids: readonly string[]): ThreadMessage['attachments'] {
  return ids.map((id) => {
    const file = exchange.world.files.find(exchange, id);
    if (file === undefined) throw new Refusal(404, 'No such file');
    return { file_id: id, name: file.filename };
  });
}

/** @throws Refusal 400 without an id, 404 for one nobody has. */
export function requireThread(exchange: Exchange, id: unknown): Thread {
  if (typeof id !== 'string') throw new Refusal(400, 'Bad request: thread_id must be a string');
  const thread = exchange.world.threads.find(exchange.token?.account ?? '', id);
  if (thread === undefined) throw new Refusal(404, 'Thread not found');
  findAssistant(exchange, thread.assistantId);
  return thread;
}

export function messageJson(entry: ThreadMessage): unknown {
  const { finishReason, model } = entry;
  return {
    message_id: entry.id,
    role: entry.message.role,
    content: entry.message.text,
    attachments: entry.attachments,
    created_at: entry.createdAt,
    ...(finishReason === undefined ? {} : { finish_reason: finishReason }),
    ...(model === undefined ? {} : { model }),
  };
}

function threadJson(thread: Thread): unknown {
  return {
    id: thread.id,
    model: thread.model,
    ...(thread.assistantId === undefined ? {} : { assistant_id: thread.assistantId }),
    created_at: thread.createdAt,
    updated_at: thread.updatedAt,
    status: 'ready',
    run_lock: false,
  };
}

function limitOf(search: URLSearchParams): number {
  const limit = Number(search.get('limit') ?? 100);
  return Number.isInteger(limit) && limit > 0 ? limit : 100;
}
