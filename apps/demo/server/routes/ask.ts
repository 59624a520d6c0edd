import { createUIMessageStreamResponse } from 'ai';
import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { labelAnswer } from '../answer/label-answer.ts';
import { askRequestSchema } from '../chat-request.ts';
import type { Clients } from '../clients.ts';
import { answerFromPassages } from '../documents/answer-from-passages.ts';
import type { LibrarySource } from '../documents/library-source.ts';
import { readRequest } from '../read-request.ts';

/** `POST /api/ask`: the last question of the conversation, answered from the documents. */
export function askRoute(clients: Clients, source: LibrarySource) {
  return async (context: Context): Promise<Response> => {
    const { model, api, messages } = await readRequest(context, askRequestSchema);
    const parts = messages.at(-1)?.parts ?? [];
    const question = parts.flatMap((part) => (part.type === 'text' ? [part.text] : [])).join('\n');
    if (question.trim() === '')
      throw new HTTPException(400, { message: '"messages": the last message holds no question.' });
    const library = await source.open();
    const { signal } = context.req.raw;
    const stream = await answerFromPassages({ library, client: clients[api], model, question, signal });
    return createUIMessageStreamResponse({
      stream: labelAnswer(stream, { engine: 'documents', model, api }),
    });
  };
}
