import type { Command } from 'commander';
import { addClientFlags, type ClientFlags } from '../client-flags.ts';
import { withClient } from '../with-client.ts';
import { writeJson } from '../write-out.ts';
import { writeTable } from '../write-table.ts';

/** `gigakit models`: what the account may call. */
export function addModels(program: Command): void {
  const command = program
    .command('models')
    .description('list the models this account may call, with their kind')
    .action(models);
  addClientFlags(command);
}

async function models(flags: ClientFlags): Promise<void> {
  await withClient(flags, async (giga, signal) => {
    const found = await giga.models.list({ signal });
    if (flags.json === true) await writeJson(found.map(({ id, type, ownedBy }) => ({ id, type, ownedBy })));
    else await writeTable(found.map(({ id, type = '' }) => [id, type]));
  });
}
