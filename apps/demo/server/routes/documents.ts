import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { stream } from 'hono/streaming';
import type { IndexingProgress } from '../documents/indexing-progress.ts';
import type { LibrarySource } from '../documents/library-source.ts';
import { tellError } from '../error-text.ts';

/** `GET /api/documents`: what is in the library, and which database keeps it. */
export function listDocumentsRoute(source: LibrarySource) {
  return async (context: Context): Promise<Response> => {
    const library = await source.open();
    return context.json({ database: library.kind, documents: await library.documents() });
  };
}

/** `POST /api/documents`, a form with a `file`: progress as lines of JSON. Hanging up cancels. */
export function addDocumentRoute(source: LibrarySource) {
  return async (context: Context): Promise<Response> => {
    const form = await context.req.parseBody().catch((): Record<string, unknown> => ({}));
    const file = form['file'];
    if (!(file instanceof File))
      throw new HTTPException(400, { message: 'The field "file" of the form must hold a file.' });
    const library = await source.open();
    const data = new Uint8Array(await file.arrayBuffer());
    const leaving = new AbortController();
    context.header('Content-Type', 'application/x-ndjson');
    return stream(context, async (body) => {
      body.onAbort(() => leaving.abort());
      const signal = AbortSignal.any([leaving.signal, context.req.raw.signal]);
      const write = (progress: IndexingProgress) => body.writeln(JSON.stringify(progress));
      try {
        for await (const progress of library.add({ name: file.name, data }, signal)) await write(progress);
      } catch (error) {
        if (!signal.aborted) await write({ stage: 'failed', error: tellError(error) });
      }
    });
  };
}

/** `DELETE /api/documents/:hash`. */
export function removeDocumentRoute(source: LibrarySource) {
  return async (context: Context): Promise<Response> => {
    const library = await source.open();
    await library.remove(context.req.param('hash') ?? '');
    return context.body(null, 204);
  };
}
