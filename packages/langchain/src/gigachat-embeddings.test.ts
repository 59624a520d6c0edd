import { GigaChat } from '@gigakit/core';
import { createEmulator } from '@gigakit/emulator';
import { expect, test } from 'vitest';
import { ChatGigaChat, GigaChatEmbeddings, type GigaChatEmbeddingsFields } from './index.ts';

function emulated(fields: GigaChatEmbeddingsFields = {}) {
  const emulator = createEmulator();
  const { credentials, fetch } = emulator;
  const retry = { initialDelayMs: 0, maxDelayMs: 0 };
  const embeddings = new GigaChatEmbeddings({ credentials, fetch, retry, ...fields });
  const inputs = () =>
    emulator.journal
      .filter(({ endpoint }) => endpoint === 'embeddings')
      .map(({ body }) => (body as { input: string[] }).input);
  return { emulator, embeddings, inputs };
}

test('a vector per text, in the order of the texts, over several requests', async () => {
  const { embeddings, inputs } = emulated({ batchSize: 2 });
  const texts = ['раз', 'два', 'три', 'четыре', 'пять'];
  const vectors = await embeddings.embedDocuments(texts);
  expect(inputs()).toHaveLength(3);
  const alone = await Promise.all(texts.map(async (text) => embeddings.embedQuery(text)));
  expect(vectors).toEqual(alone);
});

test('requests in flight keep to maxConcurrency', async () => {
  const { embeddings, emulator } = emulated({ batchSize: 1, maxConcurrency: 2 });
  let busiest = 0;
  const { fetch } = emulator;
  const watched = new GigaChatEmbeddings({
    credentials: emulator.credentials,
    batchSize: 1,
    maxConcurrency: 2,
    fetch: async (input, init) => {
      const answer = fetch(input, init);
      busiest = Math.max(busiest, emulator.inFlight);
      return answer;
    },
  });
  expect(embeddings.model).toBe('Embeddings');
  await watched.embedDocuments(Array.from({ length: 9 }, (_, index) => `текст ${index}`));
  expect(busiest).toBe(2);
});

test('no texts, no request', async () => {
  const { embeddings, emulator } = emulated();
  expect(await embeddings.embedDocuments([])).toEqual([]);
  expect(emulator.journal).toEqual([]);
});

test.each([
  ['Embeddings', 1024],
  ['Embeddings-2', 1024],
  ['EmbeddingsGigaR', 2560],
  ['GigaEmbeddings-3B-2025-09', 2048],
])('the dimension of %s is known before the first call, and right', async (model, dimensions) => {
  const { embeddings, emulator } = emulated({ model });
  expect(embeddings.dimensions).toBe(dimensions);
  expect(emulator.journal).toEqual([]);
  expect(await embeddings.embedQuery('раз')).toHaveLength(dimensions);
});

test('the dimension of a stranger is what it was told', () => {
  expect(new GigaChatEmbeddings({ model: 'Other' }).dimensions).toBeUndefined();
  expect(new GigaChatEmbeddings({ model: 'Other', dimensions: 7 }).dimensions).toBe(7);
});

test('normalize gives vectors of length 1, which the server does not', async () => {
  const length = (vector: readonly number[]) => Math.hypot(...vector);
  expect(length(await emulated().embeddings.embedQuery('раз'))).toBeGreaterThan(2);
  expect(length(await emulated({ normalize: true }).embeddings.embedQuery('раз'))).toBeCloseTo(1, 5);
});

test('the prefix goes before queries and never before documents, whole', async () => {
  const { embeddings, inputs } = emulated({ usePrefixQuery: true, stripNewLines: true });
  await embeddings.embedQuery('раз\nдва');
  await embeddings.embedDocuments(['раз\nдва']);
  expect(inputs()).toEqual([
    ['Дано предложение, необходимо найти его парафраз \nпредложение: раз два'],
    ['раз два'],
  ]);
});

test('texts are sent as they are unless told otherwise', async () => {
  const { embeddings, inputs } = emulated();
  await embeddings.embedQuery('раз\nдва');
  expect(inputs()).toEqual([['раз\nдва']]);
});

test('an empty text is refused by its place', async () => {
  const { embeddings } = emulated();
  await expect(embeddings.embedDocuments(['раз', ''])).rejects.toMatchObject({
    lc_error_code: 'INVALID_PROMPT_INPUT',
    message: expect.stringContaining('input[1]'),
  });
});

test('exactly maxRetries attempts are made after the first', async () => {
  const { embeddings, emulator, inputs } = emulated({ maxRetries: 2 });
  emulator.when({ path: /embeddings/ }, { type: 'error', status: 500, message: 'down' });
  await expect(embeddings.embedQuery('раз')).rejects.toMatchObject({ name: 'ServerError' });
  expect(inputs()).toHaveLength(3);
});

test('a signal cancels, which LangChain itself has no word for', async () => {
  const { embeddings, emulator } = emulated();
  const call = embeddings.embedQuery('раз', { signal: AbortSignal.abort(new Error('enough')) });
  await expect(call).rejects.toThrow('enough');
  expect(emulator.journal).toEqual([]);
});

test('usage goes to onUsage', async () => {
  const usages: unknown[] = [];
  const { embeddings } = emulated({ onUsage: (usage) => usages.push(usage) });
  await embeddings.embedDocuments(['раз', 'два']);
  expect(usages).toEqual([{ inputTokens: expect.any(Number) }]);
});

test('one client serves the chat model and the embeddings, one sign-in for both', async () => {
  const emulator = createEmulator();
  const client = new GigaChat({ credentials: emulator.credentials, fetch: emulator.fetch });
  await new ChatGigaChat({ client }).invoke('Привет');
  await new GigaChatEmbeddings({ client }).embedQuery('раз');
  expect(emulator.journal.map(({ endpoint }) => endpoint)).toEqual([
    'oauth',
    'chat/completions',
    'embeddings',
  ]);
});
