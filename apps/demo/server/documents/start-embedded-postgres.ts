import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { vector } from '@electric-sql/pglite-pgvector';
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';
import { lockFolder } from './lock-folder.ts';

export interface EmbeddedPostgres {
  /** A folder with a unix socket, or 127.0.0.1: either way what `pg` takes. */
  readonly host: string;
  readonly port: number;
  close(): Promise<void>;
}

const unixSocketPort = 5432;
const maxConnections = 8;

/** PostgreSQL inside this process, spoken to over a local socket, since LangChain's store brings a `pg` pool. */
export async function startEmbeddedPostgres(folder: string | undefined): Promise<EmbeddedPostgres> {
  if (folder !== undefined) await mkdir(folder, { recursive: true });
  const unlock = folder === undefined ? async () => {} : await lockFolder(folder);
  try {
    const db = await PGlite.create({
      ...(folder === undefined ? {} : { dataDir: join(folder, 'postgres') }),
      extensions: { vector },
    });
    const address = await chooseAddress();
    const server = new PGLiteSocketServer({ db, maxConnections, ...address.listen });
    await server.start();
    return {
      host: address.host,
      port: address.port,
      close: async () => {
        await server.stop();
        await db.close();
        await address.clean();
        await unlock();
      },
    };
  } catch (error) {
    await unlock();
    throw error;
  }
}

/** A socket in a folder of our own is out of reach for other users of the machine; Windows has loopback instead. */
async function chooseAddress() {
  if (process.platform === 'win32') {
    const port = await freePort();
    return { host: '127.0.0.1', port, listen: { host: '127.0.0.1', port }, clean: async () => {} };
  }
  const host = await mkdtemp(join(tmpdir(), 'gigakit-pg-'));
  return {
    host,
    port: unixSocketPort,
    listen: { path: join(host, `.s.PGSQL.${unixSocketPort}`) },
    clean: () => rm(host, { recursive: true, force: true }),
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
