import type { IndexingProgress } from '../../server/documents/indexing-progress.ts';
import { readToldError } from '../errors/read-told-error.ts';

/** Sends a file to be indexed and tells how far the server is; aborting the signal cancels the indexing. */
export async function* uploadDocument(file: File, signal: AbortSignal): AsyncGenerator<IndexingProgress> {
  const form = new FormData();
  form.set('file', file);
  const response = await fetch('/api/documents', { method: 'POST', body: form, signal });
  if (!response.ok || response.body === null) {
    yield { stage: 'failed', error: readToldError(await response.text()) };
    return;
  }
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const lines = (rest + value).split('\n');
    rest = lines.pop() ?? '';
    // The server writes its own type a line; the page and the server are one program.
    for (const line of lines) yield JSON.parse(line) as IndexingProgress;
  }
}
