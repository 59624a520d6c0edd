import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { request } from 'node:http';
import { connect } from 'node:net';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { expect, test } from 'vitest';
import { hello } from '../__fixtures__/call-api.ts';
import type { RunningEmulator } from '../emulator-options.ts';
import type { Fault } from '../reply.ts';
import { startEmulator } from './start-emulator.ts';

const ask = { model: 'GigaChat-2', messages: hello, stream: true };

/** Everything a connection carries back, and whether it ended in order. */
async function rawChat(emulator: RunningEmulator): Promise<{ body: Buffer; isWhole: boolean }> {
  const outgoing = request(`${emulator.baseUrl}/chat/completions`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${emulator.issueToken()}` },
  });
  outgoing.end(JSON.stringify(ask));
  const [incoming] = (await once(outgoing, 'response')) as [IncomingMessage];
  const chunks: Buffer[] = [];
  incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
  const isWhole = await new Promise<boolean>((resolve) => {
    incoming.on('end', () => resolve(true));
    incoming.on('error', () => resolve(false));
  });
  return { body: Buffer.concat(chunks), isWhole };
}

async function withFaults(...faults: readonly Fault[]): Promise<{ body: Buffer; isWhole: boolean }> {
  await using emulator = await startEmulator();
  emulator.enqueue({ type: 'answer', text: ['Длинный ', 'ответ'], faults });
  return await rawChat(emulator);
}

const whole = (await withFaults()).body;
const firstLetter = whole.indexOf(Buffer.from('Д'));

test('a cut gives exactly those bytes, half a letter too, and no end', async () => {
  const { body, isWhole } = await withFaults({ type: 'cut', afterBytes: firstLetter + 1 });

  expect(isWhole).toBe(false);
  expect(body).toHaveLength(firstLetter + 1);
  expect(body.toString('utf8').endsWith('\ufffd')).toBe(true);
});

test('an early end gives those bytes and ends in order', async () => {
  const { body, isWhole } = await withFaults({ type: 'end-early', afterBytes: 40 });

  expect(isWhole).toBe(true);
  expect(body).toHaveLength(40);
});

test('an early end leaves out the length of a whole answer', async () => {
  await using emulator = await startEmulator();
  emulator.enqueue({ type: 'answer', text: 'да', faults: [{ type: 'end-early', afterBytes: 12 }] });
  const response = await fetch(`${emulator.baseUrl}/chat/completions`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${emulator.issueToken()}` },
    body: JSON.stringify({ ...ask, stream: false }),
  });

  expect(response.headers.has('content-length')).toBe(false);
  expect(await response.text()).toHaveLength(12);
});

test('slow bytes are the same bytes', async () => {
  const { body, isWhole } = await withFaults({ type: 'slow', chunkBytes: 7 });

  expect(isWhole).toBe(true);
  expect(body.toString()).toContain('"content":"Длинный "');
  expect(body.toString().endsWith('data: [DONE]\n\n')).toBe(true);
});

test('line ends, the terminator and an event can each be wrong', async () => {
  expect((await withFaults({ type: 'crlf' })).body.toString()).toMatch(/\}\r\n\r\ndata: \[DONE\]\r\n\r\n$/);
  expect((await withFaults({ type: 'no-done' })).body.toString()).not.toContain('[DONE]');
  const error: Fault = { type: 'error-event', status: 429, message: 'Too many requests', afterEvents: 1 };
  expect((await withFaults(error)).body.toString().split('\n\n').slice(1)).toEqual([
    'data: {"status":429,"message":"Too many requests"}',
    '',
  ]);
});

test('raw replies come as they are, in the pieces they were given', async () => {
  await using emulator = await startEmulator();
  emulator.enqueue({
    type: 'raw',
    status: 502,
    headers: { 'Content-Type': 'text/html' },
    body: '<html>502 Bad Gateway</html>',
  });
  const response = await fetch(`${emulator.baseUrl}/chat/completions`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${emulator.issueToken()}` },
    body: JSON.stringify(ask),
  });

  expect([response.status, response.headers.get('content-type'), await response.text()]).toEqual([
    502,
    'text/html',
    '<html>502 Bad Gateway</html>',
  ]);
});

test('a body that waits for room many times leaves no listeners behind', async () => {
  const warnings: Error[] = [];
  const onWarning = (warning: Error) => warnings.push(warning);
  process.on('warning', onWarning);
  await using emulator = await startEmulator();
  const piece = 'x'.repeat(256 * 1024);
  const body = Array.from({ length: 100 }, () => piece);
  emulator.once({ path: /models/ }, { type: 'raw', body });
  const response = await fetch(`${emulator.baseUrl}/models`, {
    headers: { authorization: `Bearer ${emulator.issueToken()}` },
  });
  expect((await response.arrayBuffer()).byteLength).toBe(piece.length * body.length);
  process.off('warning', onWarning);
  expect(warnings).toEqual([]);
});

test('a client that goes away frees its request', async () => {
  await using emulator = await startEmulator();
  const left = new Promise<void>((resolve) => {
    emulator.when({}, () => {
      setImmediate(resolve);
      return { type: 'answer', text: 'долго', faults: [{ type: 'hang', afterBytes: 20 }] };
    });
  });
  const controller = new AbortController();
  const response = await fetch(`${emulator.baseUrl}/chat/completions`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${emulator.issueToken()}` },
    body: JSON.stringify(ask),
    signal: controller.signal,
  });
  await left;
  expect(emulator.inFlight).toBe(1);

  controller.abort();

  await expect(response.text()).rejects.toThrow('aborted');
  await expect.poll(() => emulator.inFlight).toBe(0);
  expect(emulator.journal.at(-1)).toMatchObject({ isAborted: true });
});

test('an upload past the limit gets its refusal while it is still being sent', async () => {
  await using emulator = await startEmulator();
  const form = new FormData();
  form.append('file', new Blob([new Uint8Array(41 * 1024 * 1024)], { type: 'text/plain' }), 'a.txt');

  const response = await fetch(`${emulator.baseUrl}/files`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${emulator.issueToken()}` },
    body: form,
  });

  expect(response.status).toBe(413);
});

test('a taken port is one clear sentence', async () => {
  await using first = await startEmulator();
  const port = Number(new URL(first.url).port);

  await expect(startEmulator({ port })).rejects.toThrow(
    `Port ${port} of 127.0.0.1 is taken: choose another one, or 0 for any that is free`,
  );
});

test('it listens on loopback alone', async () => {
  await using emulator = await startEmulator();

  expect(emulator.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  expect(emulator.env).toEqual({
    GIGACHAT_CREDENTIALS: emulator.credentials,
    GIGACHAT_BASE_URL: `${emulator.url}/v1`,
    GIGACHAT_BASE_URL_V2: `${emulator.url}/v2`,
    GIGACHAT_AUTH_URL: `${emulator.url}/api/v2/oauth`,
  });
});

test('closing with a grace lets a stream finish, without one breaks it off', async () => {
  const finish = async (graceMs: number): Promise<boolean> => {
    const emulator = await startEmulator({ latencyMs: { chunk: 5 }, granularity: 'character' });
    let begin: () => void;
    const begun = new Promise<void>((resolve) => (begin = resolve));
    emulator.when({}, () => {
      begin();
      return { type: 'answer', text: 'двадцать знаков тут' };
    });
    const chat = rawChat(emulator).then(
      ({ isWhole }) => isWhole,
      () => false,
    );
    await begun;
    await emulator.close({ graceMs });
    return chat;
  };

  expect(await finish(60_000)).toBe(true);
  expect(await finish(0)).toBe(false);
});

test('a request that is not HTTP does not bring it down', async () => {
  await using emulator = await startEmulator();
  const socket = connect(Number(new URL(emulator.url).port), '127.0.0.1');
  socket.end('hello?\r\n\r\n');
  socket.resume();
  await once(socket, 'close');

  expect((await fetch(`${emulator.baseUrl}/models`)).status).toBe(401);
});

test('TLS presents a leaf, an authority and the root, whose pin is told', async () => {
  await using emulator = await startEmulator({ tls: true });
  const ca = await readFile(emulator.caFile ?? '', 'utf8');
  const socket = connectTls({ host: '127.0.0.1', port: Number(new URL(emulator.url).port), ca });
  await once(socket, 'secureConnect');
  const leaf = socket.getPeerCertificate(true);
  socket.destroy();

  expect(socket.authorized).toBe(true);
  expect(leaf.issuerCertificate.issuerCertificate.fingerprint256).toBe(emulator.pin);
  expect(emulator.env['GIGACHAT_CA_BUNDLE_FILE']).toBe(emulator.caFile);
});

test('TLS without the root in its chain leaves clients that trust nothing else without an issuer', async () => {
  await using emulator = await startEmulator({ tls: { chain: 'without-root' } });
  const socket = connectTls({ host: '127.0.0.1', port: Number(new URL(emulator.url).port) });

  await expect(once(socket, 'secureConnect')).rejects.toMatchObject({
    code: 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  });
});

test('TLS can ask for a client certificate and makes one to show', async () => {
  await using emulator = await startEmulator({ tls: { clientCertificate: true }, authorization: 'none' });
  const { certFile, keyFile } = emulator.clientCertificate ?? { certFile: '', keyFile: '' };
  const ca = await readFile(emulator.caFile ?? '', 'utf8');
  const options = { host: '127.0.0.1', port: Number(new URL(emulator.url).port), ca };
  const get = async (extra: object): Promise<string> => {
    const socket = connectTls({ ...options, ...extra });
    socket.write('GET /v1/models HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n');
    let text = '';
    try {
      for await (const chunk of socket) text += String(chunk);
    } catch (error) {
      return String(error);
    }
    return text;
  };

  const shown = { cert: await readFile(certFile, 'utf8'), key: await readFile(keyFile, 'utf8') };
  expect(await get(shown)).toContain('HTTP/1.1 200');
  expect(await get({})).toContain('certificate required');
});

test('close removes its certificate files', async () => {
  const emulator = await startEmulator({ tls: true });
  await emulator.close();

  await expect(readFile(emulator.caFile ?? '')).rejects.toMatchObject({ code: 'ENOENT' });
});

test('a port that somebody else holds stays theirs', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');

  await expect(startEmulator({ port: (other.address() as AddressInfo).port })).rejects.toThrow('is taken');
  expect(other.listening).toBe(true);
  other.close();
});
