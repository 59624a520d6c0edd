import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chown, mkdtemp, readdir, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

export interface RunningPostgres {
  /** For `DATABASE_URL`. */
  readonly url: string;
  stop(): Promise<void>;
}

const run = promisify(execFile);

/**
 * A PostgreSQL of its own in a temporary folder, on a free port of 127.0.0.1.
 * Undefined where no PostgreSQL with pgvector is installed as Debian and Ubuntu install it.
 */
export async function startPostgres(): Promise<RunningPostgres | undefined> {
  const programs = await findPrograms();
  if (programs === undefined) return undefined;
  const folder = await mkdtemp(join(tmpdir(), 'gigakit-postgres-'));
  const account = await accountFor(folder);
  const port = await freePort();
  const data = join(folder, 'data');
  const clean = () => rm(folder, { recursive: true, force: true });
  try {
    await run(
      join(programs, 'initdb'),
      ['--pgdata', data, '--username', 'demo', '--auth', 'trust', '--encoding', 'UTF8', '--no-sync'],
      account,
    );
  } catch (error) {
    await clean();
    throw error;
  }
  const server = spawn(
    join(programs, 'postgres'),
    ['-D', data, '-p', String(port), '-h', '127.0.0.1', '-k', folder, '-F'],
    { ...account, env: { ...process.env, LC_MESSAGES: 'C' }, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const said: string[] = [];
  const isReady = await new Promise<boolean>((resolve) => {
    server.once('exit', () => resolve(false));
    server.stderr.setEncoding('utf8').on('data', (text: string) => {
      said.push(text);
      if (text.includes('ready to accept connections')) resolve(true);
    });
  });
  if (!isReady) {
    await clean();
    throw new Error(`PostgreSQL did not start: ${said.join('')}`);
  }
  return {
    url: `postgres://demo@127.0.0.1:${port}/postgres`,
    stop: async () => {
      const gone = once(server, 'exit');
      // Asks PostgreSQL to end now, whoever is still connected.
      server.kill('SIGINT');
      await gone;
      await clean();
    },
  };
}

/** The folder of the newest server that has the extension beside it. */
async function findPrograms(): Promise<string | undefined> {
  const versions = await readdir('/usr/lib/postgresql').catch(() => []);
  const newest = versions
    .toSorted((a, b) => Number(b) - Number(a))
    .find((version) => existsSync(`/usr/share/postgresql/${version}/extension/vector.control`));
  return newest && `/usr/lib/postgresql/${newest}/bin`;
}

/** PostgreSQL refuses to run as root: there it runs as the user its package made, who is given the folder. */
async function accountFor(folder: string): Promise<{ uid?: number; gid?: number }> {
  if (process.getuid?.() !== 0) return {};
  const [uid, gid] = await Promise.all(
    ['-u', '-g'].map(async (which) => Number((await run('id', [which, 'postgres'])).stdout)),
  );
  if (uid === undefined || gid === undefined) return {};
  await chown(folder, uid, gid);
  return { uid, gid };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
