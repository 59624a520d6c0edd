import { Command } from 'commander';
import { addAsk } from './commands/ask.ts';

/** The `gigakit` command with everything below it; nothing runs before it is parsed. */
export function createProgram(): Command {
  const program = new Command('gigakit')
    .description('GigaChat from the command line.')
    .showHelpAfterError('(gigakit --help tells more)')
    .exitOverride();
  addAsk(program);
  return program;
}
