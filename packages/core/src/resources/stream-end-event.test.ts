import { expect, test } from 'vitest';
import { GigaChat } from '../gigachat.ts';
import type { ClientEvent } from '../settings.ts';

const frame = (text: string, more: object = {}) =>
  `data: ${JSON.stringify({ choices: [{ delta: { content: text }, index: 0, ...more }], model: 'GigaChat-2' })}\n\n`;
const whole = `${frame('При')}${frame('вет', { finish_reason: 'stop' })}data: [DONE]\n\n`;

function streaming(body: string) {
  const ends: ClientEvent[] = [];
  const giga = new GigaChat({
    accessToken: 'token',
    maxRetries: 0,
    fetch: () => Promise.resolve(new Response(body, { headers: { 'content-type': 'text/event-stream' } })),
    onEvent: (event) => event.type === 'stream-end' && ends.push(event),
  });
  return { ends, stream: giga.chat.stream({ messages: [{ role: 'user', content: 'Привет' }] }) };
}

test('a stream that was read tells when its first event came and how long it took', async () => {
  const { ends, stream } = streaming(whole);
  await (await stream).result();
  expect(ends).toEqual([
    {
      type: 'stream-end',
      operation: 'chat.stream',
      outcome: 'done',
      durationMs: expect.any(Number),
      firstEventMs: expect.any(Number),
    },
  ]);
});

test('a stream that was left early says so, once', async () => {
  const { ends, stream } = streaming(whole);
  const opened = await stream;
  await opened.cancel();
  await opened.cancel();
  expect(ends).toMatchObject([{ outcome: 'cancelled', firstEventMs: undefined }]);
});

test('a stream that broke says so', async () => {
  const { ends, stream } = streaming(frame('При'));
  await expect((await stream).result()).rejects.toThrow(/end/i);
  expect(ends).toMatchObject([{ outcome: 'failed', firstEventMs: expect.any(Number) }]);
});
