import type { Command } from 'commander';
import { addClientFlags, type ClientFlags } from '../client-flags.ts';
import { readPrompt } from '../read-prompt.ts';
import { withClient } from '../with-client.ts';
import { writeJson, writeLine } from '../write-out.ts';

/** `gigakit tokens`: how long a text is to a model. */
export function addTokens(program: Command): void {
  const command = program
    .command('tokens')
    .description('count the tokens of a text')
    .argument('[text...]', 'the text; what is piped in is added after it')
    .option('-m, --model <id>', 'for which model')
    .action(tokens);
  addClientFlags(command);
}

async function tokens(words: readonly string[], flags: ClientFlags): Promise<void> {
  const input = await readPrompt(words, 'gigakit tokens "Привет"');
  await withClient(flags, async (giga, signal) => {
    const [count = { tokens: 0, characters: 0 }] = await giga.tokens.count({ input }, { signal });
    await (flags.json === true ? writeJson(count) : writeLine(String(count.tokens)));
  });
}
