import { createHash } from 'node:crypto';
import { InvalidRequestError, type GigaChat } from '@gigakit/core';
import { GigaChatEmbeddings } from '@gigakit/langchain';
import { PGVectorStore } from '@langchain/community/vectorstores/pgvector';
import { Document } from '@langchain/core/documents';
import { z } from 'zod';
import { DocumentList, type StoredDocument } from './document-list.ts';
import type { IndexingProgress } from './indexing-progress.ts';
import type { Database } from './open-database.ts';
import { readText } from './read-text.ts';
import { splitText } from './split-text.ts';

export interface NewDocument {
  readonly name: string;
  readonly data: Uint8Array;
}

/** A passage with how near it is to the question, from 0 to 1. */
export interface FoundPassage {
  readonly id: string;
  readonly document: string;
  readonly text: string;
  readonly similarity: number;
}

export interface PassageVector {
  readonly id: string;
  readonly document: string;
  readonly text: string;
  readonly vector: readonly number[];
}

const passagesAtOnce = 16;
const embeddingModel = 'Embeddings';
/** What is kept beside each passage, as the page needs it. */
const origin = z
  .object({ hash: z.string(), name: z.string(), index: z.number() })
  .transform(({ hash, name, index }) => ({ id: `${hash}-${index}`, document: name }));

/** Documents cut into passages, kept with their vectors in PostgreSQL by LangChain's own store. */
export class Library {
  readonly #database: Database;
  readonly #client: GigaChat;
  readonly #store: PGVectorStore;
  readonly #list: DocumentList;
  readonly #passageTable: string;
  readonly #busy = new Set<string>();

  private constructor(database: Database, client: GigaChat, tablePrefix: string) {
    this.#database = database;
    this.#client = client;
    this.#passageTable = `${tablePrefix}_passages`;
    this.#store = new PGVectorStore(new GigaChatEmbeddings({ client, model: embeddingModel }), {
      pool: database.pool,
      tableName: this.#passageTable,
    });
    this.#list = new DocumentList(database.pool, `${tablePrefix}_documents`);
  }

  /** Makes the tables where there are none, and removes what an interrupted run left half done. */
  static async open(database: Database, client: GigaChat, tablePrefix: string): Promise<Library> {
    const library = new Library(database, client, tablePrefix);
    await library.#store.ensureTableInDatabase();
    await library.#list.create();
    for (const hash of await library.#list.halfIndexed()) await library.remove(hash);
    return library;
  }

  get kind(): Database['kind'] {
    return this.#database.kind;
  }

  documents(): Promise<StoredDocument[]> {
    return this.#list.whole();
  }

  /** Indexes one document, telling how far it is. Stopping half-way, by error or by `signal`, leaves nothing behind. */
  async *add({ name, data }: NewDocument, signal: AbortSignal): AsyncGenerator<IndexingProgress> {
    const hash = createHash('sha256').update(data).digest('hex');
    const known = (await this.#list.whole()).find((document) => document.hash === hash);
    if (known !== undefined) {
      yield { stage: 'known', name: known.name };
      return;
    }
    if (this.#busy.has(hash))
      throw new InvalidRequestError(`"${name}" is being indexed already.`, { field: 'file' });
    this.#busy.add(hash);
    let isWhole = false;
    try {
      yield { stage: 'reading' };
      const text = await readText(name, data);
      yield { stage: 'splitting' };
      const passages = await splitText(name, text);
      await this.#list.begin({ hash, name, bytes: data.byteLength });
      for (let start = 0; start < passages.length; start += passagesAtOnce) {
        signal.throwIfAborted();
        const batch = passages.slice(start, start + passagesAtOnce);
        yield { stage: 'embedding', done: start, total: passages.length };
        const { embeddings } = await this.#client.embeddings.create(
          { input: batch, model: embeddingModel },
          { signal },
        );
        yield { stage: 'storing', done: start, total: passages.length };
        const documents = batch.map(
          (pageContent, index) =>
            new Document({ pageContent, metadata: { hash, name, index: start + index } }),
        );
        await this.#store.addVectors(embeddings, documents);
      }
      signal.throwIfAborted();
      await this.#list.finish(hash, passages.length);
      isWhole = true;
      yield { stage: 'done', document: { hash, name, bytes: data.byteLength, passages: passages.length } };
    } finally {
      if (!isWhole) await this.remove(hash);
      this.#busy.delete(hash);
    }
  }

  async remove(hash: string): Promise<void> {
    await this.#store.delete({ filter: { hash } });
    await this.#list.remove(hash);
  }

  /** The passages nearest to a question, nearest first. */
  async search(question: string, count: number): Promise<FoundPassage[]> {
    const found = await this.#store.similaritySearchWithScore(question, count);
    return found.map(([{ pageContent, metadata }, distance]) => {
      const { id, document } = origin.parse(metadata);
      return { id, document, text: pageContent, similarity: 1 - distance };
    });
  }

  /** Every passage with its vector, `limit` at most, document by document. */
  async vectors(limit: number): Promise<PassageVector[]> {
    const { rows } = await this.#database.pool.query(
      `SELECT text, metadata, embedding::text AS embedding FROM ${this.#passageTable} ORDER BY metadata->>'hash', (metadata->>'index')::int LIMIT $1`,
      [limit],
    );
    const row = z.object({ text: z.string(), metadata: origin, embedding: z.string() });
    return z
      .array(row)
      .parse(rows)
      .map(({ text, metadata: { id, document }, embedding }) => ({
        id,
        document,
        text,
        vector: z.array(z.number()).parse(JSON.parse(embedding)),
      }));
  }

  close(): Promise<void> {
    return this.#database.close();
  }
}
