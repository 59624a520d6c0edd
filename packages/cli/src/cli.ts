#!/usr/bin/env node
import { runCli } from './run-cli.ts';

// The reader of the pipe has seen enough (`| head`): nothing went wrong.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

process.exitCode = await runCli(process.argv.slice(2));
