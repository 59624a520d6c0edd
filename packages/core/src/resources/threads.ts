import type { CallOptions } from '../call-options.ts';
import { InvalidRequestError, NotFoundError } from '../errors/index.ts';
import type { JsonObject } from '../turn/json.ts';
import type { TurnRequest } from '../turn/turn-request.ts';
import type { TurnStream } from '../turn/turn-stream.ts';
import type { ClientContext } from './client-context.ts';
import { jsonCall } from './json-call.ts';
import { booleanField, objectOf, objectsOf, stringField, timeField } from './json-fields.ts';
import { poll, type PollOptions } from './poll.ts';
import { readThreadMessage, ThreadMessages, type ThreadMessage } from './thread-messages.ts';
import { threadChat } from './thread-chat.ts';

/** A conversation kept on the server. */
export interface Thread {
  readonly id: string;
  readonly assistantId: string | undefined;
  readonly model: string | undefined;
  /** `ready`, `in_progress`, … */
  readonly status: string | undefined;
  /** Whether a run holds it: no other can begin. */
  readonly isLocked: boolean;
  /** Unix time in milliseconds. */
  readonly createdAtMs: number | undefined;
  readonly updatedAtMs: number | undefined;
  /** The server's own object. */
  readonly raw: JsonObject;
}

export interface ThreadListQuery {
  readonly assistantIds?: readonly string[] | undefined;
  readonly limit?: number | undefined;
  /** Unix time in seconds: older ones only. */
  readonly before?: number | undefined;
}

/** What a run may be told beside the thread: everything of a chat request but its messages. */
export interface ThreadRunRequest extends Omit<TurnRequest, 'messages' | 'storage'> {
  readonly threadId: string;
  readonly assistantId?: string | undefined;
  /** How many messages of the thread the model sees. */
  readonly limit?: number | undefined;
}

export interface ThreadRun {
  readonly threadId: string;
  readonly status: 'in_progress' | 'ready' | (string & {}) | undefined;
  readonly model: string | undefined;
  /** Unix time in milliseconds. */
  readonly createdAtMs: number | undefined;
  readonly updatedAtMs: number | undefined;
  /** What the run has added; empty while it goes on. */
  readonly messages: readonly ThreadMessage[];
  /** The server's own object. */
  readonly raw: JsonObject;
}

/** Threads of v1, for accounts that have them; `storage` of chat in v2 takes their place. */
export class Threads {
  readonly messages: ThreadMessages;
  readonly #context: ClientContext;

  /** `context.dialect` must be that of v1: threads know no other. */
  constructor(context: ClientContext) {
    this.#context = context;
    this.messages = new ThreadMessages(context);
  }

  async list(query: ThreadListQuery = {}, options?: CallOptions): Promise<Thread[]> {
    const parameters = new URLSearchParams();
    for (const id of query.assistantIds ?? []) parameters.append('assistants_ids', id);
    if (query.limit !== undefined) parameters.set('limit', String(query.limit));
    if (query.before !== undefined) parameters.set('before', String(query.before));
    const { body } = await this.#context.requestJson(
      {
        operation: 'threads.list',
        method: 'GET',
        // The parameter repeats, once for every assistant.
        path: parameters.size === 0 ? '/threads' : `/threads?${parameters.toString()}`,
        accept: 'application/json',
      },
      options,
    );
    return objectsOf(Array.isArray(body) ? body : objectOf(body)['threads']).map(readThread);
  }

  /** An empty thread. */
  async create(options?: CallOptions): Promise<Thread> {
    const { body } = await this.#context.requestJson(
      { ...jsonCall('threads.create', '/threads', {}), isRepeatable: false },
      options,
    );
    return readThread(objectOf(body));
  }

  /** @throws NotFoundError when there is none. */
  async retrieve(id: string, options?: CallOptions): Promise<Thread> {
    const threads = await this.retrieveMany([id], options);
    const thread = threads.find((candidate) => candidate.id === id);
    if (thread === undefined) throw new NotFoundError(`There is no thread ${id}.`);
    return thread;
  }

  /** Those of the threads that exist. */
  async retrieveMany(ids: readonly string[], options?: CallOptions): Promise<Thread[]> {
    if (ids.length === 0) return [];
    const { body } = await this.#context.requestJson(
      jsonCall('threads.retrieve', '/threads/retrieve', { threads_ids: ids }),
      options,
    );
    return objectsOf(Array.isArray(body) ? body : objectOf(body)['threads']).map(readThread);
  }

  /** Removes a thread with its messages. */
  async delete(id: string, options?: CallOptions): Promise<void> {
    // The answer is an empty 200, so it is not read as JSON.
    const response = await this.#context.request(
      jsonCall('threads.delete', '/threads/delete', { thread_id: requireId(id, 'id') }),
      options,
    );
    await response.discard();
  }

  /** Starts a run and returns at once; `waitForRun` gives its outcome. */
  async run(request: ThreadRunRequest, options?: CallOptions): Promise<ThreadRun> {
    const { dialect, defaults } = this.#context;
    const chat = threadChat(this.#context, 'threads.run', '/threads/run');
    const encoded = chat.dialect.encode(toTurnRequest(request), defaults);
    const { body } = await this.#context.requestJson(
      {
        ...jsonCall('threads.run', '/threads/run', encoded.body),
        api: dialect.generation,
        isRepeatable: false,
      },
      options,
    );
    return readRun(objectOf(body), request.threadId);
  }

  /** Starts a run and gives its answer as it is made. */
  stream(request: ThreadRunRequest, options?: CallOptions): Promise<TurnStream> {
    return threadChat(this.#context, 'threads.stream', '/threads/run').chat.stream(
      toTurnRequest(request),
      options,
    );
  }

  /** How the last run of a thread stands. */
  async retrieveRun(threadId: string, options?: CallOptions): Promise<ThreadRun> {
    const { body } = await this.#context.requestJson(
      {
        operation: 'threads.retrieveRun',
        method: 'GET',
        path: '/threads/run',
        query: { thread_id: requireId(threadId, 'threadId') },
        accept: 'application/json',
      },
      options,
    );
    return readRun(objectOf(body), threadId);
  }

  /** Looks at a run until it is no longer in progress. Ends with the signal's reason after an abort. */
  waitForRun(threadId: string, options: CallOptions & PollOptions = {}): Promise<ThreadRun> {
    return poll(
      () => this.retrieveRun(threadId, options),
      ({ status }) => status !== 'in_progress',
      options,
    );
  }
}

const toTurnRequest = ({ threadId, assistantId, limit, ...rest }: ThreadRunRequest): TurnRequest => ({
  ...rest,
  messages: [],
  storage: {
    threadId: requireId(threadId, 'threadId'),
    ...(assistantId !== undefined && { assistantId }),
    ...(limit !== undefined && { limit }),
  },
});

function requireId(id: string, field: string): string {
  if (typeof id === 'string' && id.trim() !== '') return id;
  throw new InvalidRequestError(`${field} is empty; give the id that the server returned.`, { field });
}

const readThread = (raw: JsonObject): Thread => ({
  id: stringField(raw, 'id') ?? stringField(raw, 'thread_id') ?? '',
  assistantId: stringField(raw, 'assistant_id'),
  model: stringField(raw, 'model'),
  status: stringField(raw, 'status'),
  isLocked: booleanField(raw, 'run_lock') ?? false,
  createdAtMs: timeField(raw, 'created_at'),
  updatedAtMs: timeField(raw, 'updated_at'),
  raw,
});

const readRun = (raw: JsonObject, threadId: string): ThreadRun => ({
  threadId: stringField(raw, 'thread_id') ?? threadId,
  status: stringField(raw, 'status'),
  model: stringField(raw, 'model'),
  createdAtMs: timeField(raw, 'created_at'),
  updatedAtMs: timeField(raw, 'updated_at'),
  messages: objectsOf(raw['messages']).map(readThreadMessage),
  raw,
});
