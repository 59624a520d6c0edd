import { createUIMessageStreamResponse } from 'ai';
import type { Context } from 'hono';
import { dropLooseCalls } from '../answer/drop-loose-calls.ts';
import { labelAnswer } from '../answer/label-answer.ts';
import { chatRequestSchema } from '../chat-request.ts';
import type { Clients } from '../clients.ts';
import { aiSdkEngine } from '../engines/ai-sdk-engine.ts';
import type { Engine } from '../engines/engine.ts';
import { langchainEngine } from '../engines/langchain-engine.ts';
import { readRequest } from '../read-request.ts';

const engines: Record<'ai-sdk' | 'langchain', Engine> = {
  'ai-sdk': aiSdkEngine,
  langchain: langchainEngine,
};

/** `POST /api/chat`: the conversation in, a UI message stream out, through the engine the page chose. */
export function chatRoute(clients: Clients) {
  return async (context: Context): Promise<Response> => {
    const { engine, ...question } = await readRequest(context, chatRequestSchema);
    const { model, api } = question;
    const { signal } = context.req.raw;
    const messages = dropLooseCalls(question.messages);
    const stream = await engines[engine]({ ...question, messages, client: clients[api], signal });
    return createUIMessageStreamResponse({ stream: labelAnswer(stream, { engine, model, api }) });
  };
}
