// A drawing, saved to disk. A model that would rather talk is an error with its words in it.
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeFile } from 'node:fs/promises';
import { GigaChat, isImageRefusedError } from '@gigakit/core';

await using giga = new GigaChat({ model: 'GigaChat-2-Max' });
try {
  const { data, mediaType } = await giga.images.generate({
    prompt: 'кот в космосе',
    style: 'Ты — Василий Кандинский',
  });
  const path = join(tmpdir(), 'gigakit-cat.jpg');
  await writeFile(path, data);
  console.log(path, mediaType, data.byteLength, 'bytes');
} catch (error) {
  if (!isImageRefusedError(error)) throw error;
  console.log('The model said:', error.text);
}
