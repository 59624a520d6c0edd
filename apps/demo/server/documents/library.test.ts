import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GigaChat } from '@gigakit/core';
import { createEmulator } from '@gigakit/emulator';
import { afterAll, beforeAll, beforeEach, describe, expect, test, type TestContext } from 'vitest';
import { startPostgres, type RunningPostgres } from './__fixtures__/start-postgres.ts';
import type { IndexingProgress } from './indexing-progress.ts';
import { Library, type NewDocument } from './library.ts';
import { openDatabase, type DatabaseLocation } from './open-database.ts';

const emulator = createEmulator();
const client = new GigaChat({ credentials: emulator.credentials, fetch: emulator.fetch });
const never = new AbortController().signal;
const startMs = 120_000;

const cats = asFile('cats.md', 'Рыжий кот Апельсин живёт на маяке и каждую ночь зажигает лампу.');
const shop = asFile('shop.txt', 'Магазин принимает возврат товара в течение 14 дней после покупки.');
/** Long enough for several rounds of embedding. */
const long = asFile(
  'long.txt',
  Array.from({ length: 500 }, (_, index) => `Корабль номер ${index} вышел в море на рассвете.`).join('\n'),
);

function asFile(name: string, text: string): NewDocument {
  return { name, data: new TextEncoder().encode(text) };
}

beforeEach(() => emulator.reset());
afterAll(() => client.close());

describe('in the embedded PostgreSQL', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'gigakit-library-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));
  describeLibrary(() => ({ url: undefined, folder }));

  test('a second demo in the same folder is told who holds it', async () => {
    const ours = await openDatabase({ url: undefined, folder });
    // The other demo is another process: the one that started this test.
    await writeFile(join(folder, 'in-use-by'), String(process.ppid));
    try {
      await expect(openDatabase({ url: undefined, folder })).rejects.toThrow(
        new RegExp(`in use by another demo \\(process ${process.ppid}\\).*GIGAKIT_DATA`),
      );
    } finally {
      await ours.close();
    }
  });
});

describe('in a PostgreSQL server with pgvector', () => {
  let server: RunningPostgres | undefined;
  beforeAll(async () => {
    server = await startPostgres();
  }, startMs);
  afterAll(() => server?.stop());
  beforeEach((context) => {
    if (server === undefined) missing(context);
  });
  describeLibrary(() => ({ url: server?.url, folder: undefined }));
});

test('a server that cannot be reached is told with the variable that names it', async () => {
  await expect(
    openDatabase({ url: 'postgres://nobody@127.0.0.1:1/nothing', folder: undefined }),
  ).rejects.toThrow(/DATABASE_URL cannot be used: .+pgvector/);
});

function missing(context: TestContext): void {
  const words = 'no PostgreSQL with pgvector is installed: run .ci/install-pgvector as root';
  if (process.env.CI) throw new Error(`${words}; CI must run these tests`);
  context.skip(words);
}

/** What a library owes wherever it is kept. */
function describeLibrary(locate: () => DatabaseLocation): void {
  let count = 0;
  let prefix: string;
  let library: Library;

  const open = async () => {
    library = await Library.open(await openDatabase(locate()), client, prefix);
  };
  const add = async (document: NewDocument, signal: AbortSignal = never): Promise<IndexingProgress[]> => {
    const told: IndexingProgress[] = [];
    for await (const progress of library.add(document, signal)) told.push(progress);
    return told;
  };

  beforeEach(async () => {
    count += 1;
    prefix = `test_${count}`;
    await open();
    return () => library.close();
  }, startMs);

  test('the passage that answers a question is found, with the document it stands in', async () => {
    await add(cats);
    await add(shop);
    const [nearest] = await library.search('В течение скольких дней магазин принимает возврат?', 2);
    expect(nearest).toMatchObject({ document: 'shop.txt', text: expect.stringContaining('14 дней') });
    expect(nearest?.similarity).toBeGreaterThan(0);
    expect(nearest?.similarity).toBeLessThanOrEqual(1);
  });

  test('progress names each stage and counts the passages', async () => {
    const told = await add(long);
    expect(told.map(({ stage }) => stage).slice(0, 4)).toEqual([
      'reading',
      'splitting',
      'embedding',
      'storing',
    ]);
    const last = told.at(-1);
    expect(last).toMatchObject({
      stage: 'done',
      document: { name: 'long.txt', bytes: long.data.byteLength },
    });
    const total = last?.stage === 'done' ? last.document.passages : 0;
    expect(told.findLast(({ stage }) => stage === 'embedding')).toMatchObject({ total });
    expect(await library.vectors(1000)).toHaveLength(total);
  });

  test('the same bytes are not indexed twice, whatever the file is called', async () => {
    await add(cats);
    const asked = emulator.journal.length;
    expect(await add({ ...cats, name: 'copy.md' })).toEqual([{ stage: 'known', name: 'cats.md' }]);
    expect(emulator.journal).toHaveLength(asked);
    expect(await library.documents()).toHaveLength(1);
  });

  test('documents outlive a restart', async () => {
    await add(cats);
    await library.close();
    await open();
    expect(await library.documents()).toMatchObject([{ name: 'cats.md', passages: 1 }]);
    expect(await library.search('Где живёт кот?', 1)).toMatchObject([{ document: 'cats.md' }]);
  });

  test('stopping half-way leaves nothing of the document, and it can be added again', async () => {
    const stopping = new AbortController();
    const reason = new Error('enough');
    const adding = async () => {
      for await (const progress of library.add(long, stopping.signal)) {
        if (progress.stage === 'embedding' && progress.done > 0) stopping.abort(reason);
      }
    };
    await expect(adding()).rejects.toBe(reason);
    expect(await library.vectors(10)).toEqual([]);
    expect(await library.documents()).toEqual([]);
    expect((await add(long)).at(-1)).toMatchObject({ stage: 'done' });
  });

  test('what a killed process left half indexed is gone at the next start', async () => {
    const adding = library.add(long, never);
    // Left hanging between two rounds, as by a process that dies there.
    for (let storing = 0; storing < 2;) {
      const { value } = await adding.next();
      if (value?.stage === 'storing') storing += 1;
    }
    expect(await library.vectors(1)).toHaveLength(1);
    await library.close();
    await open();
    expect(await library.vectors(1)).toEqual([]);
    expect((await add(long)).at(-1)).toMatchObject({ stage: 'done' });
  });

  test('a refusal while embedding is passed on and leaves nothing behind', async () => {
    emulator.once({ path: 'embeddings' }, { type: 'error', status: 402, message: 'Payment Required' });
    await expect(add(cats)).rejects.toMatchObject({ kind: 'payment-required' });
    expect(await library.documents()).toEqual([]);
  });

  test('a removed document is found no more', async () => {
    await add(cats);
    await add(shop);
    const [first] = await library.documents();
    await library.remove(first?.hash ?? '');
    expect(await library.documents()).toMatchObject([{ name: 'shop.txt' }]);
    expect(await library.search('Где живёт кот?', 5)).toMatchObject([{ document: 'shop.txt' }]);
  });

  test('every passage is given with its vector', async () => {
    await add(cats);
    const [only] = await library.vectors(10);
    expect(only).toMatchObject({ document: 'cats.md' });
    expect(only?.vector).toHaveLength(1024);
  });
}
