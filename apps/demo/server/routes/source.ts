import { readFile } from 'node:fs/promises';
import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';

const sources: Readonly<Record<string, string>> = {
  'ai-sdk': 'engines/ai-sdk-engine.ts',
  langchain: 'engines/langchain-engine.ts',
  documents: 'documents/answer-from-passages.ts',
};

/** `GET /api/source/:name`: the very file that made the answer, so that what is shown is what ran. */
export async function sourceRoute(context: Context): Promise<Response> {
  const file = sources[context.req.param('name') ?? ''];
  if (file === undefined) throw new HTTPException(404, { message: 'There is no such source.' });
  return context.text(await readFile(new URL(`../${file}`, import.meta.url), 'utf8'));
}
