import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { createGigaChat } from '@gigakit/ai-sdk';
import { generateImage } from 'ai';
import type { Stop } from '../stop.ts';

/** A picture, through `generateImage`, kept in a temporary folder. */
export const drawingAiSdk: Stop = {
  topic: 'drawing',
  adapter: 'AI SDK',
  title: { ru: 'Рисунок', en: 'A drawing' },
  question: { ru: 'Нарисуй рыжего кота в лодке', en: 'Draw a ginger cat in a boat' },
  run: async ({ client, model, language, question }) => {
    const gigachat = createGigaChat({ client });
    const { image, usage } = await generateImage({ model: gigachat.imageModel(model), prompt: question });
    const { mediaType, uint8Array } = image;
    const folder = await mkdtemp(join(tmpdir(), 'gigakit-tour-'));
    const path = join(folder, `cat${extensionOf(mediaType)}`);
    await writeFile(path, uint8Array);
    const { inputTokens, outputTokens } = usage;
    const saved = { ru: 'Рисунок сохранён.', en: 'The drawing is saved.' };
    return {
      text: saved[language],
      usage: { inputTokens, outputTokens },
      found: { type: 'image', path, mediaType, byteCount: uint8Array.byteLength },
    };
  },
};

const extensionOf = (mediaType: string): string =>
  mediaType === 'image/jpeg' ? '.jpg' : extname(mediaType.replace('/', '.'));
