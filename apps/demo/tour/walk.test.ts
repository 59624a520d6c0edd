import { GigaChat } from '@gigakit/core';
import { createEmulator } from '@gigakit/emulator';
import { expect, test } from 'vitest';
import type { ToldError } from '../server/error-text.ts';
import type { Screen } from './screen.ts';
import { stops } from './stops.ts';
import { walk } from './walk.ts';

/** Remembers what it was told. */
function createWatchedScreen() {
  const errors: ToldError[] = [];
  const said: string[] = [];
  const ended: string[] = [];
  const screen: Screen = {
    welcome: () => {},
    stopBegins: () => {},
    say: (piece) => said.push(piece),
    stopEnds: ({ topic }) => ended.push(topic),
    stopFails: (_stop, error) => errors.push(error),
    farewell: () => {},
  };
  return { screen, errors, said, ended };
}

const named = stops.map((stop) => ({ name: `${stop.topic} through ${stop.adapter}`, stop }));

test.each(named)('a refused key is told with its hint and without the key: $name', async ({ stop }) => {
  const emulator = createEmulator();
  const credentials = Buffer.from('somebody:wrong-secret').toString('base64');
  await using client = new GigaChat({ credentials, fetch: emulator.fetch });
  const { screen, errors } = createWatchedScreen();
  const failures = await walk({ stops: [stop], client, model: 'GigaChat-2', language: 'en', screen });
  expect(failures).toBe(1);
  expect(errors).toEqual([
    { kind: 'authentication', message: expect.stringContaining('the key is unknown') },
  ]);
  expect(JSON.stringify(errors)).not.toContain(credentials);
});

test('an answer is shown in the pieces it came in, the same through both adapters', async () => {
  const emulator = createEmulator();
  await using client = new GigaChat({ credentials: emulator.credentials, fetch: emulator.fetch });
  emulator.when({}, { type: 'answer', text: ['Мур', 'лычут ', 'от счастья.'] });
  const chat = stops.filter(({ topic }) => topic === 'chat');
  const { screen, said } = createWatchedScreen();
  await walk({ stops: chat, client, model: 'GigaChat-2', language: 'ru', screen });
  const pieces = ['Мур', 'лычут ', 'от счастья.'];
  expect(said.filter((piece) => piece !== '')).toEqual([...pieces, ...pieces]);
});

test('after a refused key the walk ends, after a refused request it goes on', async () => {
  const emulator = createEmulator();
  await using client = new GigaChat({
    credentials: emulator.credentials,
    fetch: emulator.fetch,
    maxRetries: 0,
  });
  const some = stops.filter(({ topic }) => ['object', 'embeddings', 'rag'].includes(topic));
  emulator.once({ path: 'embeddings' }, { type: 'error', status: 402, message: 'Payment Required' });
  const goesOn = createWatchedScreen();
  const failures = await walk({
    stops: some,
    client,
    model: 'GigaChat-2',
    language: 'en',
    screen: goesOn.screen,
  });
  expect({ failures, ended: goesOn.ended }).toEqual({ failures: 1, ended: ['object', 'rag'] });
  expect(goesOn.errors).toMatchObject([{ kind: 'payment-required' }]);

  await using stranger = new GigaChat({ credentials: 'c29tZTpib2R5', fetch: emulator.fetch });
  const ends = createWatchedScreen();
  await walk({ stops: some, client: stranger, model: 'GigaChat-2', language: 'en', screen: ends.screen });
  expect(ends.errors).toHaveLength(1);
});
