import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { request } from 'node:http';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test, vi } from 'vitest';
import { hello } from '../__fixtures__/call-api.ts';
import { startEmulator } from './start-emulator.ts';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

test('a client that leaves after a garbage collection gives its place back', async () => {
  await using emulator = await startEmulator({ maxConcurrency: 20 });
  const clients = await Promise.all(
    Array.from({ length: 20 }, async () => {
      emulator.enqueue({ type: 'answer', text: 'да', faults: [{ type: 'hang', afterBytes: 10 }] });
      const outgoing = request(`${emulator.baseUrl}/chat/completions`, {
        method: 'POST',
        headers: { Authorization: `Bearer ${emulator.issueToken()}` },
      });
      outgoing.end(JSON.stringify({ model: 'GigaChat-2', messages: hello, stream: true }));
      const [incoming] = (await once(outgoing, 'response')) as [IncomingMessage];
      incoming.on('error', () => {});
      return outgoing;
    }),
  );
  expect(emulator.inFlight).toBe(20);

  collectGarbage();
  for (const client of clients) client.destroy();

  await vi.waitFor(() => expect(emulator.inFlight).toBe(0));
});
