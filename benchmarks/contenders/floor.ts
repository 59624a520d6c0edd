import { Readable } from 'node:stream';
import { request } from 'undici';
import { prompt, type CreateContender } from './contender.ts';
import { filePieces } from './file-pieces.ts';

interface Chunk {
  readonly choices: readonly [{ readonly delta: { readonly content?: string } }];
}

/** Raw `undici.request` and `JSON.parse`, with no checks: what nothing can be faster than. */
export const create: CreateContender = (url) => {
  const post = (path: string, body: unknown) =>
    request(`${url}/v1${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: 'Bearer bench' },
      body: JSON.stringify(body),
    });
  const messages = [{ role: 'user', content: prompt }];
  return {
    async stream(onFirst) {
      const { body } = await post('/chat/completions', { model: 'GigaChat-2', messages, stream: true });
      const decoder = new TextDecoder();
      let pieces = 0;
      let text = '';
      let rest = '';
      for await (const bytes of body as AsyncIterable<Uint8Array>) {
        rest += decoder.decode(bytes, { stream: true });
        let start = 0;
        for (let end = rest.indexOf('\n\n'); end !== -1; end = rest.indexOf('\n\n', start)) {
          const data = rest.slice(start + 6, end);
          start = end + 2;
          if (data === '[DONE]') continue;
          const { content } = (JSON.parse(data) as Chunk).choices[0].delta;
          if (content === undefined || content === '') continue;
          if (pieces === 0) onFirst();
          pieces += 1;
          text += content;
        }
        rest = rest.slice(start);
      }
      return text === '' ? 0 : pieces;
    },
    async answer() {
      const { body } = await post('/chat/completions', { model: 'GigaChat-2', messages });
      JSON.parse(await body.text());
      return 1;
    },
    async embed(texts) {
      const vectors: number[][] = [];
      const batches = Array.from({ length: Math.ceil(texts.length / 90) }, (_, index) => index * 90).values();
      const work = async () => {
        for (const offset of batches) {
          const { body } = await post('/embeddings', {
            model: 'Embeddings',
            input: texts.slice(offset, offset + 90),
          });
          const { data } = JSON.parse(await body.text()) as { data: { embedding: number[] }[] };
          data.forEach(({ embedding }, index) => {
            vectors[offset + index] = embedding;
          });
        }
      };
      await Promise.all([work(), work(), work(), work()]);
      return vectors.length;
    },
    async download() {
      const { body } = await request(`${url}/v1/files/file/content`);
      let bytes = 0;
      for await (const piece of body as AsyncIterable<Uint8Array>) bytes += piece.byteLength;
      return bytes;
    },
    async upload(megabytes) {
      const { body } = await request(`${url}/v1/files`, {
        method: 'POST',
        headers: { 'content-type': 'multipart/form-data', 'content-length': String(megabytes * 1024 * 1024) },
        body: Readable.from(filePieces(megabytes), { objectMode: false }),
      });
      return ((await body.json()) as { bytes: number }).bytes;
    },
  };
};
