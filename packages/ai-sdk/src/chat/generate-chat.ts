import type { JsonObject, JsonValue } from '@gigakit/core/turn';
import type { ChatCall } from '../convert/chat-call.ts';
import type { FileContent } from '../convert/chat-part.ts';
import { fromGigaChatError } from '../convert/from-gigachat-error.ts';
import { type ChatAnswer, fromTurnResult } from '../convert/from-turn-result.ts';
import { toTurnRequest } from '../convert/to-turn-request.ts';
import type { ModelContext } from '../model-context.ts';
import { downloadFile } from './download-file.ts';

export interface GeneratedChat extends ChatAnswer {
  readonly request: { readonly body: JsonObject };
  readonly response: {
    readonly id?: string;
    readonly timestamp?: Date;
    readonly modelId: string;
    readonly headers: Record<string, string>;
    readonly body: JsonValue | undefined;
  };
}

/** One whole answer: convert, call, convert. */
export async function generateChat(context: ModelContext, call: ChatCall): Promise<GeneratedChat> {
  const chat = toTurnRequest(call, context);
  try {
    const client = context.client();
    const turn = await client.chat.generate(chat.request, chat.options);
    const files = new Map<string, FileContent>();
    for (const file of turn.files) {
      files.set(file.fileId, await downloadFile(client, file, chat.options, context.providerName));
    }
    return {
      ...fromTurnResult(turn, files, { ...chat, providerName: context.providerName }),
      request: { body: turn.request },
      response: {
        ...(turn.requestId === undefined ? {} : { id: turn.requestId }),
        ...(turn.createdAtMs === undefined ? {} : { timestamp: new Date(turn.createdAtMs) }),
        modelId: turn.model,
        headers: { ...turn.headers },
        body: turn.body,
      },
    };
  } catch (error) {
    throw fromGigaChatError(error, { url: 'chat/completions', requestBody: chat.request });
  }
}
