import type { Command } from 'commander';
import { addClientFlags, type ClientFlags } from '../client-flags.ts';
import { withClient } from '../with-client.ts';
import { writeJson } from '../write-out.ts';
import { writeTable } from '../write-table.ts';

/** `gigakit balance`: tokens left. */
export function addBalance(program: Command): void {
  const command = program
    .command('balance')
    .description('show the tokens left in each package; pay-as-you-go accounts have none')
    .action(balance);
  addClientFlags(command);
}

async function balance(flags: ClientFlags): Promise<void> {
  await withClient(flags, async (giga, signal) => {
    const entries = await giga.balance.retrieve({ signal });
    if (flags.json === true) await writeJson(entries);
    else await writeTable(entries.map(({ model, tokens }) => [model, String(tokens)]));
  });
}
