import { readFileSync } from 'node:fs';
import { Command } from 'commander';
import { addAsk } from './commands/ask.ts';
import { addBalance } from './commands/balance.ts';
import { addChat } from './commands/chat.ts';
import { addDoctor } from './commands/doctor.ts';
import { addDraw } from './commands/draw.ts';
import { addEmbed } from './commands/embed.ts';
import { addFiles } from './commands/files.ts';
import { addModels } from './commands/models.ts';
import { addTokens } from './commands/tokens.ts';

const epilogue = `
The key comes from GIGACHAT_CREDENTIALS. Without one: start \`npx @gigakit/emulator\` and add --emulator.
Exit codes: 0 done, 1 refused by the API, 2 wrong usage, 3 sign-in, 4 network or TLS, 130 interrupted.`;

/** The `gigakit` command with everything below it; nothing runs before it is parsed. */
export function createProgram(): Command {
  const program = new Command('gigakit')
    .description('GigaChat from the command line.')
    .version(version(), '--version')
    .addHelpText('after', epilogue)
    .showHelpAfterError('(--help tells more)')
    .exitOverride();
  addChat(program);
  addAsk(program);
  addDraw(program);
  addEmbed(program);
  addTokens(program);
  addModels(program);
  addBalance(program);
  addFiles(program);
  addDoctor(program);
  return program;
}

function version(): string {
  const manifest: unknown = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
  const known = typeof manifest === 'object' && manifest !== null && 'version' in manifest;
  return known ? String(manifest.version) : 'unknown';
}
