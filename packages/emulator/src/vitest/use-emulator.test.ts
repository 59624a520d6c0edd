import { GigaChat } from '@gigakit/core';
import { describe, expect, test } from 'vitest';
import { hello } from '../__fixtures__/call-api.ts';
import { useEmulator } from './use-emulator.ts';

const before = process.env['GIGACHAT_BASE_URL'];

describe('within its describe', () => {
  const emulator = useEmulator({ seed: 3 });
  const tooEarly = (() => {
    try {
      return emulator.url;
    } catch (error) {
      return String(error);
    }
  })();

  test('an address read before the tests run says when it is known', () => {
    expect(tooEarly).toContain('listens from beforeAll on');
  });

  test('the emulator listens and the environment points at it', async () => {
    expect(process.env['GIGACHAT_BASE_URL']).toBe(emulator.baseUrl);
    expect((await fetch(`${emulator.baseUrl}/models`)).status).toBe(401);
    emulator.enqueue({ type: 'answer', text: 'из прошлого теста' });
  });

  test('an app that reads its settings from the environment needs no change', async () => {
    emulator.enqueue({ type: 'answer', text: 'Привет!' });
    await using giga = new GigaChat();

    const turn = await giga.chat.generate({ messages: [{ role: 'user', content: 'Алло?' }] });

    expect(turn.text).toBe('Привет!');
  });

  test('each test starts afresh', async () => {
    expect(emulator.journal).toEqual([]);
    const response = await emulator.fetch(`${emulator.baseUrl}/chat/completions`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${emulator.issueToken()}` },
      body: JSON.stringify({ model: 'GigaChat-2', messages: hello }),
    });
    expect(await response.text()).not.toContain('из прошлого теста');
  });
});

test('afterwards the environment is as it was', () => {
  expect(process.env['GIGACHAT_BASE_URL']).toBe(before);
});
