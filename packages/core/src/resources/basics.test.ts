import { expect, test } from 'vitest';
import { ScriptedContext } from './__fixtures__/scripted-context.ts';
import { Embeddings } from './embeddings.ts';
import { Files } from './files.ts';

test('smoke', async () => {
  const context = new ScriptedContext((call) => {
    if (call.path === '/embeddings') {
      const { input } = call.json as { input: string[] };
      return {
        json: {
          object: 'list',
          model: 'Embeddings',
          data: input
            .map((text, index) => ({
              object: 'embedding',
              index,
              embedding: [Number(text), 1],
              usage: { prompt_tokens: 2 },
            }))
            .reverse(),
        },
      };
    }
    return {
      json: {
        id: 'x',
        object: 'file',
        bytes: 3,
        created_at: 1768996200,
        filename: 'отчёт.pdf',
        purpose: 'general',
      },
    };
  }, 3);
  const result = await new Embeddings(context).create({
    input: Array.from({ length: 200 }, (_, index) => String(index)),
  });
  expect(result.embeddings.map(([first]) => first)).toEqual(Array.from({ length: 200 }, (_, index) => index));
  expect(result.usage.inputTokens).toBe(400);
  const file = await new Files(context).upload({
    data: new TextEncoder().encode('%PDF-1.7 ...'),
    filename: 'отчёт "1".pdf',
  });
  const seen = context.calls.at(-1)!;
  expect(seen.contentLength).toBe(seen.bytes.byteLength);
  const form = await new Response(seen.bytes, { headers: { 'content-type': seen.contentType! } }).formData();
  expect((form.get('file') as File).name).toBe('отчёт "1".pdf');
  expect(file.id).toBe('x');
});
