import { GigaChat } from '@gigakit/core';
import { prompt, type CreateContender } from './contender.ts';
import { filePieces } from './file-pieces.ts';
import { settingsFor } from './settings-for.ts';

export const create: CreateContender = (url) => {
  const giga = new GigaChat(settingsFor(url));
  const request = { messages: [{ role: 'user' as const, content: prompt }] };
  return {
    async stream(onFirst) {
      let pieces = 0;
      let text = '';
      for await (const events of (await giga.chat.stream(request)).batches) {
        for (const event of events) {
          if (event.type !== 'text-delta') continue;
          if (pieces === 0) onFirst();
          pieces += 1;
          text += event.text;
        }
      }
      return text === '' ? 0 : pieces;
    },
    async answer() {
      await giga.chat.generate(request);
      return 1;
    },
    async embed(input) {
      return (await giga.embeddings.create({ input })).embeddings.length;
    },
    async download() {
      let bytes = 0;
      for await (const piece of (await giga.files.downloadStream('file')).body) bytes += piece.byteLength;
      return bytes;
    },
    async upload(megabytes) {
      const stored = await giga.files.upload({
        data: ReadableStream.from(filePieces(megabytes)),
        filename: 'file.txt',
        mediaType: 'text/plain',
        sizeBytes: megabytes * 1024 * 1024,
      });
      return stored.bytes ?? 0;
    },
  };
};
