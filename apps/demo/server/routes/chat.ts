import { GigaChat } from '@gigakit/core';
import { createUIMessageStreamResponse } from 'ai';
import type { Context } from 'hono';
import { z } from 'zod';
import type { Backend } from '../backend.ts';
import { chatRequestSchema } from '../chat-request.ts';
import { aiSdkEngine } from '../engines/ai-sdk-engine.ts';
import type { Engine } from '../engines/engine.ts';
import { langchainEngine } from '../engines/langchain-engine.ts';
import { errorText } from '../error-text.ts';

const engines: Record<'ai-sdk' | 'langchain', Engine> = {
  'ai-sdk': aiSdkEngine,
  langchain: langchainEngine,
};

/** `POST /api/chat`: the conversation in, a UI message stream out, through the engine the page chose. */
export function chatRoute(backend: Backend) {
  // One client a generation, for the whole process: tokens, connections and the concurrency limit are shared.
  const clients = {
    v1: new GigaChat({ ...backend.settings, api: 'v1' }),
    v2: new GigaChat({ ...backend.settings, api: 'v2' }),
  };

  return async (context: Context): Promise<Response> => {
    const request = chatRequestSchema.safeParse(await context.req.json().catch(() => undefined));
    if (!request.success) return context.json({ error: z.prettifyError(request.error) }, 400);
    const { engine, model, api, messages } = request.data;
    try {
      const stream = await engines[engine]({
        client: clients[api],
        model,
        messages,
        signal: context.req.raw.signal,
      });
      return createUIMessageStreamResponse({ stream });
    } catch (error) {
      return context.json({ error: errorText(error) }, 502);
    }
  };
}
