import { parseArgs } from 'node:util';

const defaultPort = 3000;

/** The port asked for: `--port`, else `PORT`, else 3000. @throws Error that says what to write instead. */
export function readPort(
  commandArguments: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): number {
  const { values } = parseArgs({
    args: [...commandArguments],
    options: { port: { type: 'string', short: 'p' } },
  });
  const said = values.port ?? (environment['PORT'] || undefined);
  if (said === undefined) return defaultPort;
  const port = /^\d+$/.test(said) ? Number(said) : Number.NaN;
  if (port >= 1 && port <= 65_535) return port;
  throw new Error(`"${said}" is not a port: give --port or PORT a number from 1 to 65535.`);
}
