import type { ServerResponse } from 'node:http';
import { expect, test, vi } from 'vitest';
import { isConnectionError } from '../errors/index.ts';
import { GigaChat } from '../gigachat.ts';
import { startServer } from './__fixtures__/start-server.ts';

async function handedOver() {
  const answers: ServerResponse[] = [];
  const server = await startServer((_, response) => answers.push(response));
  const giga = new GigaChat({ accessToken: 'token', baseUrl: server.url });
  const begun = (count: number) => vi.waitFor(() => expect(answers).toHaveLength(count), { timeout: 10_000 });
  return { giga, answers, begun, server };
}

test('close() lets a call in flight end', async () => {
  const { giga, answers, begun } = await handedOver();
  const call = giga.models.list();
  await begun(1);
  const closed = giga.close();
  answers[0]?.end('{"data":[]}');
  await expect(call).resolves.toEqual([]);
  await closed;
});

test('after close() calls fail with words', async () => {
  const { giga } = await handedOver();
  await giga.close();
  const error: unknown = await giga.models.list().catch((reason: unknown) => reason);
  if (!isConnectionError(error)) throw new Error('a ConnectionError was expected');
  expect(error.message).toContain('models.list: this client is closed');
  expect(error.isRetryable).toBe(false);
});

test('what has not ended within the grace period is cut, with words', async () => {
  const { giga, begun } = await handedOver();
  const call = giga.models.list();
  await begun(1);
  const closed = giga.close({ graceMs: 0 });
  await expect(call).rejects.toThrow(/The client was closed while this call was in flight/);
  await closed;
});

test('a call that waits in the queue is cut as well', async () => {
  const { giga, begun } = await handedOver();
  const calls = [giga.tokens.count({ input: 'a' }), giga.tokens.count({ input: 'b' })];
  await begun(1);
  const outcome = Promise.all(calls.map((call) => expect(call).rejects.toThrow(/client was closed/)));
  await giga.close({ graceMs: 0 });
  await outcome;
});

test('a call that waits to be sent again is cut as well', async () => {
  const server = await startServer((_, response) => response.writeHead(503).end());
  let close = () => {};
  const giga = new GigaChat({
    accessToken: 'token',
    baseUrl: server.url,
    retry: { delayMs: () => 60_000 },
    onEvent: ({ type }) => type === 'retry' && close(),
  });
  close = () => void giga.close({ graceMs: 0 });
  await expect(giga.models.list()).rejects.toThrow(/client was closed/);
});

test('closing twice is closing once', async () => {
  const { giga } = await handedOver();
  const first = giga.close();
  expect(giga.close()).toBe(first);
  await first;
});

test('await using closes the connections', async () => {
  const server = await startServer((_, response) => response.end('{"data":[]}'));
  const closed: Promise<void>[] = [];
  {
    await using giga = new GigaChat({ accessToken: 'token', baseUrl: server.url });
    await giga.models.list();
    await giga.models.list();
    expect(server.connections()).toBe(1);
    closed.push(server.idle());
  }
  await Promise.all(closed);
});
