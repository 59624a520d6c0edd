#!/usr/bin/env node
import { Command, InvalidArgumentError, Option } from 'commander';
import { pino } from 'pino';
import { startOpenAiProxy, type StartOpenAiProxyOptions } from './node/serve.ts';
import { maskSecrets } from './mask-secrets.ts';

interface Flags {
  readonly port: number;
  readonly host: string;
  readonly mode: NonNullable<StartOpenAiProxyOptions['credentialMode']>;
  readonly alias: Readonly<Record<string, string>>;
  readonly remoteImages?: StartOpenAiProxyOptions['remoteImages'];
  readonly corsOrigin: readonly string[];
  readonly allowedHost: readonly string[];
  readonly maxQueue: number;
  readonly grace: number;
  readonly metrics: boolean;
  readonly allowUnauthenticated: boolean;
  readonly logLevel: string;
}

const command = new Command('gigakit-openai-proxy')
  .description('An OpenAI-compatible server in front of GigaChat.')
  .addOption(
    new Option('-p, --port <number>', 'port to listen on, 0 for any free one')
      .env('PORT')
      .default(8080)
      .argParser(wholeNumber),
  )
  .addOption(new Option('--host <address>', 'address to listen on').env('HOST').default('127.0.0.1'))
  .addOption(
    new Option('--mode <mode>', "whose GigaChat key pays: the server's own, or each caller's")
      .choices(['auto', 'server', 'passthrough'])
      .env('GIGAKIT_PROXY_MODE')
      .default('auto'),
  )
  .addOption(
    new Option('--alias <name=model...>', 'names that tools insist on, as gpt-4o-mini=GigaChat-2')
      .env('GIGAKIT_PROXY_ALIASES')
      .default({})
      .argParser(alias),
  )
  .addOption(
    new Option(
      '--remote-images <mode>',
      'off, public, or a comma-separated list of hosts; public on loopback, else off',
    )
      .env('GIGAKIT_PROXY_REMOTE_IMAGES')
      .argParser(remoteImages),
  )
  .addOption(list('--cors-origin <origins>', 'origins whose pages may call', 'GIGAKIT_PROXY_CORS_ORIGINS'))
  .addOption(list('--allowed-host <hosts>', 'host names to answer to', 'GIGAKIT_PROXY_ALLOWED_HOSTS'))
  .addOption(
    new Option('--max-queue <number>', 'requests of one account that may wait')
      .env('GIGAKIT_PROXY_MAX_QUEUE')
      .default(100)
      .argParser(wholeNumber),
  )
  .addOption(
    new Option('--grace <seconds>', 'how long open answers may go on after SIGTERM')
      .env('GIGAKIT_PROXY_GRACE')
      .default(25)
      .argParser(wholeNumber),
  )
  .option('--no-metrics', 'no /metrics')
  .option('--allow-unauthenticated', "anybody who reaches it may spend the server's key", false)
  .addOption(
    new Option('--log-level <level>', 'trace, debug, info, warn, error, silent')
      .env('LOG_LEVEL')
      .default('info'),
  )
  .addHelpText(
    'after',
    `
Secrets come from the environment only:
  GIGACHAT_CREDENTIALS   the server's own GigaChat key (and every other GIGACHAT_* variable)
  GIGAKIT_PROXY_KEY      what callers must show then; several are separated by commas
  REDIS_URL              what replicas share: tokens and places

Without a GigaChat key here, callers bring their own: Authorization: Bearer <GigaChat key>.`,
  )
  .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2))
  .action(run);

await command.parseAsync();

async function run(flags: Flags): Promise<void> {
  const logger = pino({ level: flags.logLevel, base: null, timestamp: pino.stdTimeFunctions.isoTime });
  const proxyKeys = split(process.env['GIGAKIT_PROXY_KEY'] ?? '');
  const redisUrl = process.env['REDIS_URL'];
  const running = await startOpenAiProxy({
    port: flags.port,
    host: flags.host,
    credentialMode: flags.mode,
    modelAliases: flags.alias,
    metrics: flags.metrics,
    maxQueue: flags.maxQueue,
    allowUnauthenticated: flags.allowUnauthenticated,
    proxyKeys,
    ...(flags.remoteImages !== undefined && { remoteImages: flags.remoteImages }),
    ...(flags.corsOrigin.length > 0 && { corsOrigins: flags.corsOrigin }),
    ...(flags.allowedHost.length > 0 && { allowedHosts: flags.allowedHost }),
    ...(redisUrl !== undefined && redisUrl !== '' && { redisUrl }),
    onRequest: (record) => {
      if (record.status >= 500) logger.error(record, 'request');
      else logger.info(record, 'request');
    },
  }).catch((error: unknown) =>
    command.error(
      `gigakit-openai-proxy: ${maskSecrets(error instanceof Error ? error.message : String(error))}`,
      {
        exitCode: 2,
      },
    ),
  );
  logger.info({ url: running.baseUrl, mode: flags.mode, shared: redisUrl !== undefined }, 'listening');

  let isStopping = false;
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      // Asked twice, somebody is in a hurry.
      if (isStopping) process.exit(1);
      isStopping = true;
      logger.info({ signal }, 'stopping');
      void running.close({ graceMs: flags.grace * 1_000 }).then(() => process.exit(0));
    });
  }
}

function list(flags: string, description: string, variable: string): Option {
  return new Option(flags, `${description}, separated by commas`).env(variable).default([]).argParser(split);
}

function split(text: string): string[] {
  return text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function wholeNumber(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  throw new InvalidArgumentError('It must be a whole number.');
}

function alias(text: string, before: Readonly<Record<string, string>>): Record<string, string> {
  const pairs = split(text).map((pair) => {
    const [name, model, ...rest] = pair.split('=');
    if (name && model && rest.length === 0) return [name, model];
    throw new InvalidArgumentError('It must be name=model, as gpt-4o-mini=GigaChat-2.');
  });
  return { ...before, ...Object.fromEntries(pairs) };
}

function remoteImages(text: string): NonNullable<StartOpenAiProxyOptions['remoteImages']> {
  return text === 'off' || text === 'public' ? text : { allow: split(text) };
}
