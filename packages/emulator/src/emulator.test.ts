import { expect, test } from 'vitest';
import { createEmulator } from './emulator.ts';
import type { Emulator } from './emulator-options.ts';
import { startEmulator } from './node/start-emulator.ts';

const oauthUrl = 'https://ngw.devices.sberbank.ru:9443/api/v2/oauth';

async function signIn(emulator: Emulator, url = oauthUrl): Promise<string> {
  const response = await emulator.fetch(url, {
    method: 'POST',
    headers: {
      Authorization: `Basic ${emulator.credentials}`,
      RqUID: '6f0b1291-c7f3-43c6-bb2e-9f3efb2dc98e',
    },
    body: new URLSearchParams({ scope: 'GIGACHAT_API_PERS' }),
  });
  const body = (await response.json()) as { access_token: string };
  return body.access_token;
}

async function chat(emulator: Emulator, body: Record<string, unknown>): Promise<Response> {
  return emulator.fetch('https://api.giga.chat/v1/chat/completions', {
    method: 'POST',
    headers: { Authorization: `Bearer ${await signIn(emulator)}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({
      model: 'GigaChat-2',
      messages: [{ role: 'user', content: 'Привет' }],
      ...body,
    }),
  });
}

test('a scripted text comes back as a v1 answer, byte for byte', async () => {
  const emulator = createEmulator({ now: () => 1_768_996_171_000 });
  emulator.enqueue({
    type: 'answer',
    text: 'Здравствуйте!',
    usage: { promptTokens: 17, completionTokens: 9, cachedTokens: 2 },
  });

  const response = await chat(emulator, {});

  expect(await response.text()).toBe(
    '{"choices":[{"message":{"content":"Здравствуйте!","role":"assistant"},"index":0,"finish_reason":"stop"}],"created":1768996171,"model":"GigaChat-2:2.0.28.2","object":"chat.completion","usage":{"prompt_tokens":17,"completion_tokens":9,"total_tokens":26,"precached_prompt_tokens":2}}',
  );
});

test('a streamed answer has the recorded framing', async () => {
  const emulator = createEmulator({ now: () => 1_768_996_176_000 });
  emulator.enqueue({
    type: 'answer',
    text: ['Раз, два', ', три.'],
    usage: { promptTokens: 17, completionTokens: 9, cachedTokens: 2 },
  });

  const response = await chat(emulator, { stream: true, model: 'GigaChat' });

  expect(response.headers.get('content-type')).toBe('text/event-stream');
  expect(await response.text()).toBe(
    [
      'data: {"choices":[{"delta":{"content":"Раз, два","role":"assistant"},"index":0}],"created":1768996176,"model":"GigaChat:2.0.28.2","object":"chat.completion"}',
      'data: {"choices":[{"delta":{"content":", три."},"index":0}],"created":1768996176,"model":"GigaChat:2.0.28.2","object":"chat.completion"}',
      'data: {"choices":[{"delta":{"content":""},"index":0,"finish_reason":"stop"}],"created":1768996176,"model":"GigaChat:2.0.28.2","object":"chat.completion","usage":{"prompt_tokens":17,"completion_tokens":9,"total_tokens":26,"precached_prompt_tokens":2}}',
      'data: [DONE]',
      '',
    ].join('\n\n'),
  );
});

test('the journal shows the request and hides its secrets', async () => {
  const emulator = createEmulator();

  await chat(emulator, {});

  expect(emulator.journal).toMatchObject([
    { endpoint: 'oauth', body: { scope: 'GIGACHAT_API_PERS' }, headers: { authorization: 'Basic ***' } },
    {
      method: 'POST',
      path: '/v1/chat/completions',
      endpoint: 'chat/completions',
      status: 200,
      body: { model: 'GigaChat-2' },
      headers: { authorization: 'Bearer ***' },
      isAborted: false,
    },
  ]);
  expect(emulator.inFlight).toBe(0);
});

test('the same emulator answers on a socket', async () => {
  await using emulator = await startEmulator();
  emulator.enqueue({ type: 'answer', text: 'через сокет' });
  const token = await signIn({ ...emulator, fetch: globalThis.fetch }, emulator.authUrl);

  const response = await fetch(`${emulator.baseUrl}/chat/completions`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${token}` },
    body: JSON.stringify({ model: 'GigaChat-2', messages: [{ role: 'user', content: 'Привет' }] }),
  });

  expect(await response.json()).toMatchObject({ choices: [{ message: { content: 'через сокет' } }] });
});

test('a cut breaks the connection after exactly those bytes', async () => {
  await using emulator = await startEmulator();
  emulator.enqueue({ type: 'answer', text: 'Длинный ответ', faults: [{ type: 'cut', afterBytes: 47 }] });
  const token = emulator.issueToken();

  const response = await fetch(`${emulator.baseUrl}/chat/completions`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${token}` },
    body: JSON.stringify({
      model: 'GigaChat-2',
      stream: true,
      messages: [{ role: 'user', content: 'Привет' }],
    }),
  });
  let received = 0;
  const reading = (async () => {
    for await (const chunk of response.body ?? []) received += chunk.length;
  })();

  await expect(reading).rejects.toThrow('terminated');
  expect(received).toBe(47);
});
