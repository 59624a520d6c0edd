import { stat, writeFile } from 'node:fs/promises';
import { dirname, extname, join } from 'node:path';
import { mediaTypeOfFilename } from '@gigakit/core';
import type { Command } from 'commander';
import { addClientFlags, addModelFlags, type ClientFlags } from '../client-flags.ts';
import { readPrompt } from '../read-prompt.ts';
import { UsageError } from '../usage-error.ts';
import { warn } from '../warn.ts';
import { withClient } from '../with-client.ts';
import { withStatus } from '../with-status.ts';
import { writeJson, writeLine, writeOut } from '../write-out.ts';

interface DrawFlags extends ClientFlags {
  readonly output?: string;
  readonly style?: string;
}

/** `gigakit draw`: a picture from words. */
export function addDraw(program: Command): void {
  const command = program
    .command('draw')
    .description('draw a picture and save it; prints where it is')
    .argument('[prompt...]', 'what to draw; text piped in is added after it')
    .option('-o, --output <path>', 'where to save it, - for standard output; picture.jpg by default')
    .option('--style <text>', 'who draws or how: "Ты — Василий Кандинский"')
    .action(draw);
  addClientFlags(addModelFlags(command));
}

async function draw(words: readonly string[], flags: DrawFlags): Promise<void> {
  const path = flags.output ?? 'picture.jpg';
  // A picture costs tokens, so what would lose it is found out first.
  if (path === '-' && flags.json === true) {
    throw new UsageError('--json and -o - cannot both have standard output.', 'name a file: -o cat.jpg');
  }
  if (path !== '-') await checkTarget(path);
  const prompt = await readPrompt(words, 'gigakit draw "рыжий кот" -o cat.jpg');
  await withClient(flags, async (giga, signal) => {
    const drawing = giga.images.generate({ prompt, style: flags.style }, { signal });
    const { data, mediaType, fileId, model, usage, requestId } = await withStatus('drawing…', drawing);
    if (path === '-') {
      await writeOut(data);
      return;
    }
    await save(path, data, fileId);
    const expected = mediaTypeOfFilename(path);
    if (extname(path) !== '' && expected !== mediaType) warn(`${path} holds ${mediaType}`);
    const { inputTokens, outputTokens, totalTokens } = usage;
    await (flags.json === true
      ? writeJson({
          path,
          fileId,
          mediaType,
          bytes: data.byteLength,
          model,
          usage: { inputTokens, outputTokens, totalTokens },
          requestId,
        })
      : writeLine(path));
  });
}

async function checkTarget(path: string): Promise<void> {
  const folder = dirname(path);
  if (!(await isFolder(folder))) {
    throw new UsageError(`There is no folder ${folder} to save to.`, `mkdir -p ${folder}`);
  }
  if (await isFolder(path)) {
    throw new UsageError(`${path} is a folder.`, `name a file in it: -o ${join(path, 'picture.jpg')}`);
  }
}

const isFolder = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );

/** The picture has been paid for, so a failure says how to get at it. */
async function save(path: string, data: Uint8Array, fileId: string): Promise<void> {
  try {
    await writeFile(path, data);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new UsageError(
      `The picture cannot be saved: ${why}.`,
      `it is still on the server: gigakit files download ${fileId}`,
    );
  }
}
