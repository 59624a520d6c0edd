// A picture, in an artist's manner.
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gigachat, type GigaChatImageModelOptions } from '@gigakit/ai-sdk';
import { generateImage } from 'ai';

const { image } = await generateImage({
  model: gigachat.imageModel('GigaChat-2-Pro'),
  prompt: 'Розовый кот на подоконнике',
  providerOptions: { gigachat: { style: 'Ты — Василий Кандинский' } satisfies GigaChatImageModelOptions },
});

const path = join(tmpdir(), 'gigachat-cat.jpg');
await writeFile(path, image.uint8Array);
console.log(image.mediaType, image.uint8Array.length, 'bytes ->', path);
