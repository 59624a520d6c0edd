import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { HTTPException } from 'hono/http-exception';
import { secureHeaders } from 'hono/secure-headers';
import type { Backend } from './backend.ts';
import type { Clients } from './clients.ts';
import type { LibrarySource } from './documents/library-source.ts';
import { tellError } from './error-text.ts';
import { onlyThisMachine } from './only-this-machine.ts';
import { aboutRoute } from './routes/about.ts';
import { askRoute } from './routes/ask.ts';
import { chatRoute } from './routes/chat.ts';
import { addDocumentRoute, listDocumentsRoute, removeDocumentRoute } from './routes/documents.ts';
import { mapRoute } from './routes/map.ts';
import { sourceRoute } from './routes/source.ts';

export interface AppParts {
  readonly backend: Backend;
  readonly clients: Clients;
  readonly library: LibrarySource;
  /** The folder of the built page. */
  readonly webRoot: string;
}

const maxBodyBytes = 60 * 1024 * 1024;

/** The demo's server: the routes and the built page. */
export function createApp({ backend, clients, library, webRoot }: AppParts): Hono {
  const app = new Hono();
  app.use(onlyThisMachine);
  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'self'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        styleSrc: ["'self'", "'unsafe-inline'"],
        objectSrc: ["'none'"],
        frameAncestors: ["'none'"],
      },
    }),
  );
  app.use('/api/*', async (context, next) => {
    await next();
    context.header('Cache-Control', 'no-store');
  });
  app.use(
    '/api/*',
    bodyLimit({
      maxSize: maxBodyBytes,
      onError: (context) =>
        context.json(
          { kind: 'payload-too-large', message: 'The request is larger than 60 MB: attach less.' },
          413,
        ),
    }),
  );
  app.get('/api/about', aboutRoute(backend, clients));
  app.post('/api/chat', chatRoute(clients));
  app.post('/api/ask', askRoute(clients, library));
  app.get('/api/source/:name', sourceRoute);
  app.get('/api/documents', listDocumentsRoute(library));
  app.post('/api/documents', addDocumentRoute(library));
  app.delete('/api/documents/:hash', removeDocumentRoute(library));
  app.get('/api/map', mapRoute(library));
  app.all('/api/*', (context) =>
    context.json({ kind: 'not-found', message: `There is no ${context.req.path} here.` }, 404),
  );
  app.get('*', serveStatic({ root: webRoot }));
  app.onError((error, context) =>
    error instanceof HTTPException
      ? context.json({ kind: 'invalid-request', message: error.message }, error.status)
      : context.json(tellError(error), 502),
  );
  return app;
}
