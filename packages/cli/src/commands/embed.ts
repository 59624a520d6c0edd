import type { Command } from 'commander';
import { addClientFlags, type ClientFlags } from '../client-flags.ts';
import { readPiped } from '../read-prompt.ts';
import { UsageError } from '../usage-error.ts';
import { withClient } from '../with-client.ts';
import { withStatus } from '../with-status.ts';
import { writeJson, writeOut } from '../write-out.ts';

interface EmbedFlags extends ClientFlags {
  readonly instruction?: string;
  readonly normalize?: true;
}

/** `gigakit embed`: vectors of texts. */
export function addEmbed(program: Command): void {
  const command = program
    .command('embed')
    .description('turn texts into vectors, one JSON array a line')
    .argument('[text...]', 'each argument is a text, and so is each line piped in')
    .option('-m, --model <id>', 'which embedder; Embeddings by default')
    .option('--instruction <text>', 'what the texts are for, put before each of them')
    .option('--normalize', 'scale every vector to length 1')
    .action(embed);
  addClientFlags(command);
}

async function embed(
  texts: readonly string[],
  { model, instruction, normalize, ...flags }: EmbedFlags,
): Promise<void> {
  const piped = (await readPiped()).split(/\r?\n/).filter((line) => line.trim() !== '');
  const input = [...texts, ...piped];
  if (input.length === 0) {
    throw new UsageError('No text was given.', 'gigakit embed "раз" "два", or pipe lines in');
  }
  await withClient(flags, async (giga, signal) => {
    const request = { input, model, instruction, normalize: normalize === true ? 'l2' : undefined } as const;
    const embedding = giga.embeddings.create(request, { signal });
    const { embeddings, usage, model: answeredBy } = await withStatus('embedding…', embedding);
    if (flags.json === true) await writeJson({ model: answeredBy, usage, embeddings });
    else await writeOut(embeddings.map((vector) => `${JSON.stringify(vector)}\n`).join(''));
  });
}
