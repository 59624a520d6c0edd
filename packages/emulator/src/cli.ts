import { Command, InvalidArgumentError, Option } from 'commander';
import type { StartEmulatorOptions } from './emulator-options.ts';
import { startEmulator } from './node/start-emulator.ts';

interface Flags {
  readonly port: number;
  readonly host: string;
  readonly profile: NonNullable<StartEmulatorOptions['profile']>;
  readonly latency: number;
  readonly seed: number;
  readonly tls?: true | 'whole' | 'without-root' | 'leaf-only';
  readonly strict?: true;
}

const defaultPort = 8090;
const graceMs = 5_000;

const command = new Command('gigakit-emulator')
  .description('A local GigaChat API: no key, no network, the same wire.')
  .option('-p, --port <number>', 'port to listen on, 0 for any free one', wholeNumber, defaultPort)
  .option('--host <address>', 'address to listen on; anything but loopback is open to others', '127.0.0.1')
  .addOption(
    new Option('--profile <name>', 'which host to be like')
      .choices(['giga.chat', 'legacy', 'internal'])
      .default('giga.chat'),
  )
  .option('--latency <ms>', 'milliseconds before headers and between stream chunks', wholeNumber, 0)
  .option('--seed <number>', 'same seed, same ids and drawings', wholeNumber, 1)
  .addOption(
    new Option('--tls [chain]', 'HTTPS with a chain made at start').choices([
      'whole',
      'without-root',
      'leaf-only',
    ]),
  )
  .option('--strict', 'hold to the limits of an account: concurrent requests by scope, 10 sign-ins a second')
  .action(run);

await command.parseAsync();

async function run(flags: Flags): Promise<void> {
  const { port, host, profile, latency, seed, tls, strict } = flags;
  const emulator = await startEmulator({
    port,
    host,
    profile,
    seed,
    latencyMs: { headers: latency, chunk: latency },
    ...(tls === undefined ? {} : { tls: tls === true ? true : { chain: tls } }),
    ...(strict === true ? { maxConcurrency: 'scope', tokenRequestsPerSecond: 10 } : {}),
  }).catch((error: unknown) =>
    command.error(`gigakit-emulator: ${error instanceof Error ? error.message : String(error)}`),
  );
  const lines = Object.entries(emulator.env).map(([name, value]) => `export ${name}='${value}'`);
  const pin = emulator.pin === undefined ? [] : [`# SHA-256 of its root: ${emulator.pin}`];
  process.stdout.write(
    [
      `# GigaChat emulator (${profile}) at ${emulator.url}; Ctrl+C stops it. Paste into the shell of your app:`,
      ...lines,
      ...pin,
      '',
    ].join('\n'),
  );
  const stop = (): void => {
    // A second signal ends the process the usual way.
    process.off('SIGINT', stop);
    process.off('SIGTERM', stop);
    void emulator.close({ graceMs });
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}

function wholeNumber(text: string): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || !Number.isSafeInteger(value))
    throw new InvalidArgumentError('A whole number is expected.');
  return value;
}
