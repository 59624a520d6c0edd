import { isChatModel } from '@gigakit/core';
import type { Context } from 'hono';
import type { Backend } from '../backend.ts';
import type { Clients } from '../clients.ts';
import { tellError } from '../error-text.ts';

/** `GET /api/about`: who answers, and which chat models the account may use. */
export function aboutRoute(backend: Backend, clients: Clients) {
  return async (context: Context): Promise<Response> => {
    try {
      const models = await clients.v1.models.list({ signal: context.req.raw.signal });
      const chatModels = models.filter((model) => model.type === 'chat' || isChatModel(model.id));
      return context.json({ backend: backend.kind, models: chatModels.map((model) => model.id) });
    } catch (error) {
      return context.json({ backend: backend.kind, models: [], error: tellError(error) });
    }
  };
}
