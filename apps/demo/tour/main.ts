import { constants } from 'node:os';
import { GigaChat } from '@gigakit/core';
import { openBackend } from '../server/backend.ts';
import { tellError } from '../server/error-text.ts';
import { createJsonScreen } from './create-json-screen.ts';
import { createTerminalScreen } from './create-terminal-screen.ts';
import { readTourOptions, tourHelp } from './read-tour-options.ts';
import { walk } from './walk.ts';

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => process.exit(128 + constants.signals[signal]));
}
// The reader of the pipe has seen enough (`| head`): nothing went wrong.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

try {
  process.exitCode = await main();
} catch (error) {
  console.error(tellError(error).message);
  process.exitCode = 1;
}

async function main(): Promise<number> {
  const { language, isJson, isHelp, only } = readTourOptions(process.argv.slice(2), process.env);
  const { stdout, stderr } = process;
  const write = (text: string) => void stdout.write(text);
  if (isHelp) {
    write(`${tourHelp}\n`);
    return 0;
  }
  const writeError = (text: string) => void stderr.write(text);
  const { NO_COLOR = '', TERM } = process.env;
  const screen = isJson
    ? createJsonScreen({ write, writeError, language })
    : createTerminalScreen({
        write,
        writeError,
        language,
        isColored: stdout.isTTY && NO_COLOR === '' && TERM !== 'dumb',
        columns: Math.min(stdout.columns ?? 80, 80),
      });

  const backend = await openBackend(process.env);
  try {
    await using client = new GigaChat(backend.settings);
    screen.welcome(backend.kind);
    // Both frameworks take a moment to load; by now the reader has something to read.
    const { stops } = await import('./stops.ts');
    const failureCount = await walk({
      stops: stops.filter(({ topic }) => only.includes(topic)),
      client,
      model: process.env['GIGACHAT_MODEL'] || 'GigaChat-2',
      language,
      screen,
    });
    return failureCount === 0 ? 0 : 1;
  } finally {
    await backend.close();
  }
}
