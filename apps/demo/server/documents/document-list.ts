import type { Pool } from 'pg';
import { z } from 'zod';

const row = z.object({
  hash: z.string(),
  name: z.string(),
  bytes: z.number(),
  passages: z.number(),
});

/** A document that is wholly indexed. `hash` is the SHA-256 of its bytes. */
export type StoredDocument = z.infer<typeof row>;

/** Which documents are there, and which were begun and not finished. */
export class DocumentList {
  readonly #pool: Pool;
  readonly #table: string;

  constructor(pool: Pool, table: string) {
    this.#pool = pool;
    this.#table = table;
  }

  async create(): Promise<void> {
    await this.#pool.query(
      `CREATE TABLE IF NOT EXISTS ${this.#table} (hash text PRIMARY KEY, name text NOT NULL, bytes integer NOT NULL, passages integer NOT NULL DEFAULT 0, is_whole boolean NOT NULL DEFAULT false, added_at timestamptz NOT NULL DEFAULT now())`,
    );
  }

  async whole(): Promise<StoredDocument[]> {
    const { rows } = await this.#pool.query(
      `SELECT hash, name, bytes, passages FROM ${this.#table} WHERE is_whole ORDER BY added_at, name`,
    );
    return z.array(row).parse(rows);
  }

  async halfIndexed(): Promise<string[]> {
    const { rows } = await this.#pool.query(`SELECT hash FROM ${this.#table} WHERE NOT is_whole`);
    return z
      .array(z.object({ hash: z.string() }))
      .parse(rows)
      .map(({ hash }) => hash);
  }

  async begin({ hash, name, bytes }: Omit<StoredDocument, 'passages'>): Promise<void> {
    await this.#pool.query(
      `INSERT INTO ${this.#table} (hash, name, bytes) VALUES ($1, $2, $3) ON CONFLICT (hash) DO NOTHING`,
      [hash, name, bytes],
    );
  }

  async finish(hash: string, passages: number): Promise<void> {
    await this.#pool.query(`UPDATE ${this.#table} SET is_whole = true, passages = $2 WHERE hash = $1`, [
      hash,
      passages,
    ]);
  }

  async remove(hash: string): Promise<void> {
    await this.#pool.query(`DELETE FROM ${this.#table} WHERE hash = $1`, [hash]);
  }
}
