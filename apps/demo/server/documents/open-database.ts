import pg from 'pg';
import { startEmbeddedPostgres } from './start-embedded-postgres.ts';

/** A PostgreSQL with the pgvector extension switched on. */
export interface Database {
  readonly kind: 'embedded' | 'server';
  readonly pool: pg.Pool;
  close(): Promise<void>;
}

export interface DatabaseLocation {
  /** Of a real server: `postgres://user:password@host:5432/name`. The embedded one is used when left out. */
  readonly url: string | undefined;
  /** Where the embedded database keeps its files; in memory when left out. */
  readonly folder: string | undefined;
}

/** @throws Error in plain words when the server cannot be reached or has no pgvector. */
export async function openDatabase({ url, folder }: DatabaseLocation): Promise<Database> {
  const embedded = url === undefined ? await startEmbeddedPostgres(folder) : undefined;
  const pool = new pg.Pool(
    embedded === undefined
      ? { connectionString: url, max: 8, connectionTimeoutMillis: 10_000 }
      : { host: embedded.host, port: embedded.port, user: 'postgres', database: 'postgres', max: 4 },
  );
  // A connection that breaks while nobody uses it is replaced at the next query.
  pool.on('error', () => {});
  const close = async (): Promise<void> => {
    await pool.end();
    await embedded?.close();
  };
  try {
    await pool.query('CREATE EXTENSION IF NOT EXISTS vector');
    return { kind: embedded === undefined ? 'server' : 'embedded', pool, close };
  } catch (error) {
    await close();
    const reason = error instanceof Error ? error.message || error.name : String(error);
    throw new Error(
      url === undefined
        ? `The embedded database in ${folder ?? 'memory'} did not open: ${reason}.`
        : `The database of DATABASE_URL cannot be used: ${reason}. It must be reachable and have the pgvector extension.`,
      { cause: error },
    );
  }
}
