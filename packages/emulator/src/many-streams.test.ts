import { request, type IncomingMessage } from 'node:http';
import { expect, test } from 'vitest';
import { hello } from './__fixtures__/call-api.ts';
import { startEmulator } from './node/start-emulator.ts';

const count = 200;
const text = Array.from({ length: 40 }, (_, index) => `слово ${index} `);

/** Resolves with the response once its first bytes are there. Not `fetch`: an abort there misses requests collected as garbage. */
function open(url: string, authorization: string): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const sent = request(
      `${url}/chat/completions`,
      { method: 'POST', headers: { authorization } },
      (response) => response.once('data', () => resolve(response)),
    );
    sent.once('error', reject);
    sent.end(JSON.stringify({ model: 'GigaChat-2', messages: hello, stream: true }));
  });
}

test('200 streams at once are held, then freed when their clients leave', async () => {
  await using emulator = await startEmulator();
  emulator.when({}, { type: 'answer', text, faults: [{ type: 'hang', afterBytes: 500 }] });
  const authorization = `Bearer ${emulator.issueToken()}`;

  const responses = await Promise.all(
    Array.from({ length: count }, () => open(emulator.baseUrl, authorization)),
  );

  expect(responses.map(({ statusCode }) => statusCode)).toEqual(Array.from({ length: count }, () => 200));
  expect(emulator.inFlight).toBe(count);
  for (const response of responses) response.destroy();
  await expect.poll(() => emulator.inFlight, { timeout: 15_000 }).toBe(0);
});

test('200 streams at once all come whole', async () => {
  await using emulator = await startEmulator({ latencyMs: { chunk: 1 } });
  emulator.when({}, { type: 'answer', text });
  const authorization = `Bearer ${emulator.issueToken()}`;
  const read = async (): Promise<string> => {
    const response = await fetch(`${emulator.baseUrl}/chat/completions`, {
      method: 'POST',
      headers: { Authorization: authorization },
      body: JSON.stringify({ model: 'GigaChat-2', messages: hello, stream: true }),
    });
    return response.text();
  };

  const bodies = await Promise.all(Array.from({ length: count }, read));

  expect(new Set(bodies.map((body) => body.replaceAll(/"created":\d+/g, ''))).size).toBe(1);
  expect(bodies[0]?.split('\n\n')).toHaveLength(text.length + 3);
  expect(emulator.inFlight).toBe(0);
});
