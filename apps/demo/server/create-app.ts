import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import type { Backend } from './backend.ts';
import { errorText } from './error-text.ts';
import { aboutRoute } from './routes/about.ts';
import { chatRoute } from './routes/chat.ts';

/** The demo's server: three routes and the built page. */
export function createApp(backend: Backend, webRoot: string): Hono {
  const app = new Hono();
  app.get('/api/about', aboutRoute(backend));
  app.post('/api/chat', chatRoute(backend));
  app.get('*', serveStatic({ root: webRoot }));
  app.onError((error, context) => context.json({ error: errorText(error) }, 500));
  return app;
}
