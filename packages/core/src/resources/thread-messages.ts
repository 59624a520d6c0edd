import type { CallOptions } from '../call-options.ts';
import { InvalidRequestError } from '../errors/index.ts';
import type { JsonObject } from '../turn/json.ts';
import type { TurnRequest } from '../turn/turn-request.ts';
import type { TurnResult } from '../turn/turn-result.ts';
import type { TurnStream } from '../turn/turn-stream.ts';
import type { ClientContext } from './client-context.ts';
import { jsonCall } from './json-call.ts';
import { objectOf, objectsOf, stringField, timeField } from './json-fields.ts';
import { threadChat } from './thread-chat.ts';

/** A message of a thread, as the server keeps it. */
export interface ThreadMessage {
  readonly id: string;
  readonly role: string;
  readonly text: string;
  readonly attachments: readonly { readonly fileId: string; readonly filename: string | undefined }[];
  /** Unix time in milliseconds. */
  readonly createdAtMs: number | undefined;
  /** The server's own word, on answers. */
  readonly finishReason: string | undefined;
  readonly model: string | undefined;
  /** The server's own object. */
  readonly raw: JsonObject;
}

export interface ThreadMessagesQuery {
  readonly limit?: number | undefined;
  /** Unix time in seconds: older ones only. */
  readonly before?: number | undefined;
}

export interface ThreadTarget {
  /** A new thread is begun when left out. */
  readonly threadId?: string | undefined;
  readonly assistantId?: string | undefined;
}

export interface ThreadAddRequest extends ThreadTarget, Pick<TurnRequest, 'messages' | 'model'> {}

/** A turn in a thread: `messages` are the new ones only. */
export interface ThreadTurnRequest extends Omit<TurnRequest, 'storage'>, ThreadTarget {
  /** How many messages of the thread the model sees. */
  readonly limit?: number | undefined;
}

/** The same without new messages: the last answer is made again. */
export interface ThreadRerunRequest extends Omit<ThreadTurnRequest, 'messages' | 'threadId'> {
  readonly threadId: string;
}

export interface ThreadAddition {
  readonly threadId: string;
  readonly messages: readonly { readonly id: string; readonly createdAtMs: number | undefined }[];
}

export class ThreadMessages {
  readonly #context: ClientContext;

  constructor(context: ClientContext) {
    this.#context = context;
  }

  /** Messages of a thread. */
  async list(
    threadId: string,
    query: ThreadMessagesQuery = {},
    options?: CallOptions,
  ): Promise<ThreadMessage[]> {
    if (threadId === '')
      throw new InvalidRequestError('threadId is empty; give the id that the server returned.', {
        field: 'threadId',
      });
    const { body } = await this.#context.requestJson(
      {
        operation: 'threads.messages.list',
        method: 'GET',
        path: '/threads/messages',
        query: { thread_id: threadId, limit: query.limit, before: query.before },
        accept: 'application/json',
      },
      options,
    );
    return objectsOf(Array.isArray(body) ? body : objectOf(body)['messages']).map(readThreadMessage);
  }

  /** Adds messages without running the thread. Files in them are uploaded as in chat. */
  async add(request: ThreadAddRequest, options?: CallOptions): Promise<ThreadAddition> {
    const { dialect } = threadChat(this.#context, 'threads.messages.add', '/threads/messages');
    const resolved = await this.#context.resolveAttachments(toTurnRequest(request), options);
    const encoded = dialect.encode(resolved.request, this.#context.defaults);
    const { messages, model, thread_id, assistant_id } = encoded.body;
    const { body } = await this.#context.requestJson(
      {
        ...jsonCall('threads.messages.add', dialect.path, { thread_id, assistant_id, model, messages }),
        isRepeatable: false,
      },
      options,
    );
    const raw = objectOf(body);
    return {
      threadId: stringField(raw, 'thread_id') ?? request.threadId ?? '',
      messages: objectsOf(raw['messages']).map((message) => ({
        id: stringField(message, 'message_id') ?? '',
        createdAtMs: timeField(message, 'created_at'),
      })),
    };
  }

  /** Adds messages and answers them. `carryOver` of the result names the thread and the message. */
  run(request: ThreadTurnRequest, options?: CallOptions): Promise<TurnResult> {
    return this.#chat('threads.messages.run', '/threads/messages/run').generate(
      toTurnRequest(request),
      options,
    );
  }

  /** The same as it is made. Usage comes in every chunk and is summed. */
  stream(request: ThreadTurnRequest, options?: CallOptions): Promise<TurnStream> {
    return this.#chat('threads.messages.stream', '/threads/messages/run').stream(
      toTurnRequest(request),
      options,
    );
  }

  /** Makes the last answer of a thread again. */
  rerun(request: ThreadRerunRequest, options?: CallOptions): Promise<TurnResult> {
    return this.#chat('threads.messages.rerun', '/threads/messages/rerun').generate(
      toTurnRequest({ ...request, messages: [] }),
      options,
    );
  }

  /** The same as it is made. */
  rerunStream(request: ThreadRerunRequest, options?: CallOptions): Promise<TurnStream> {
    return this.#chat('threads.messages.rerunStream', '/threads/messages/rerun').stream(
      toTurnRequest({ ...request, messages: [] }),
      options,
    );
  }

  #chat(operation: string, path: string) {
    return threadChat(this.#context, operation, path).chat;
  }
}

const toTurnRequest = ({ threadId, assistantId, limit, ...rest }: ThreadTurnRequest): TurnRequest => ({
  ...rest,
  storage: {
    ...(threadId !== undefined && { threadId }),
    ...(assistantId !== undefined && { assistantId }),
    ...(limit !== undefined && { limit }),
  },
});

export const readThreadMessage = (raw: JsonObject): ThreadMessage => ({
  id: stringField(raw, 'message_id') ?? '',
  role: stringField(raw, 'role') ?? '',
  text: stringField(raw, 'content') ?? '',
  // Ids alone in requests, objects in history.
  attachments: objectsOf(raw['attachments']).map((file) => ({
    fileId: stringField(file, 'file_id') ?? '',
    filename: stringField(file, 'name'),
  })),
  createdAtMs: timeField(raw, 'created_at'),
  finishReason: stringField(raw, 'finish_reason'),
  model: stringField(raw, 'model'),
  raw,
});
