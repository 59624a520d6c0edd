import { expect, test, vi } from 'vitest';
import { scriptedInternet } from './__fixtures__/scripted-remote-engine.ts';
import { fetchRemoteFile } from './fetch-remote-file.ts';

const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2]);

const page = 'https://example.com/pictures/%D0%BA%D0%BE%D1%82.png?size=2';

test('a public file is fetched whole, typed by its bytes, named by its address', async () => {
  const { openEngine, note } = scriptedInternet({
    [page]: { chunks: [png.subarray(0, 3), png.subarray(3)], headers: { 'content-type': 'text/html' } },
  });
  expect(await fetchRemoteFile(page, {}, { openEngine })).toEqual({
    data: png,
    mediaType: 'image/png',
    filename: 'кот.png',
    url: page,
  });
  expect(note.closed).toBe(note.opened);
});

test('no credentials, cookies or headers of the client go along', async () => {
  const { openEngine, note } = scriptedInternet({ [page]: { chunks: [png] } });
  await fetchRemoteFile(new URL(page), {}, { openEngine });
  expect(Object.keys(note.seen[0]?.headers ?? {}).toSorted()).toEqual(['accept', 'user-agent']);
});

test.each([
  ['https://example.com/a', { 'content-type': 'image/webp; q=1' }, 'image/webp', undefined],
  ['https://example.com/', {}, 'application/octet-stream', undefined],
  ['https://example.com/%', {}, 'application/octet-stream', undefined],
  ['https://example.com/a%2Fb.txt', {}, 'application/octet-stream', undefined],
])('%s has a type and perhaps a name', async (url, headers, mediaType, filename) => {
  const { openEngine } = scriptedInternet({ [url]: { chunks: [new Uint8Array([1])], headers } });
  expect(await fetchRemoteFile(url, {}, { openEngine })).toMatchObject({ mediaType, filename });
});

test('every hop of a redirect is judged anew, by name and by address', async () => {
  const { openEngine, note } = scriptedInternet({
    'https://example.com/a': { status: 302, headers: { location: '/b' } },
    'https://example.com/b': { status: 308, headers: { location: 'https://example.org/c.png' } },
    'https://example.org/c.png': { chunks: [png] },
  });
  const remote = vi.fn(() => true);
  const file = await fetchRemoteFile('https://example.com/a', { remote }, { openEngine });
  expect(file.url).toBe('https://example.org/c.png');
  expect(remote).toHaveBeenCalledTimes(3);
  expect(note.judges.map((judge) => judge('127.0.0.1'))).toEqual([false, false, false]);
  expect(note.closed).toBe(3);
});

test.each([
  'http://127.0.0.1/',
  'http://169.254.169.254/latest/meta-data/',
  'file:///etc/passwd',
  'http://[::1]/',
])('a redirect to %s is not followed', async (location) => {
  const { openEngine, note } = scriptedInternet({
    'https://example.com/a': { status: 301, headers: { location } },
  });
  await expect(fetchRemoteFile('https://example.com/a', {}, { openEngine })).rejects.toMatchObject({
    kind: 'invalid-request',
  });
  expect(note.seen).toHaveLength(1);
  expect(note.closed).toBe(1);
});

test('redirects without end are given up', async () => {
  const { openEngine, note } = scriptedInternet({
    'https://example.com/a': { status: 302, headers: { location: '/a' } },
  });
  const fetching = fetchRemoteFile('https://example.com/a', { maxRedirects: 2 }, { openEngine });
  await expect(fetching).rejects.toThrow('more than 2 times');
  expect(note.seen).toHaveLength(3);
});

test('a redirect to nowhere is an answer that is no file', async () => {
  const { openEngine } = scriptedInternet({ 'https://example.com/a': { status: 302 } });
  await expect(fetchRemoteFile('https://example.com/a', {}, { openEngine })).rejects.toThrow('answered 302');
});

test('a body is cut off at the limit while it is read, whatever its length says', async () => {
  let given = 0;
  const endless = {
    *[Symbol.iterator]() {
      for (;;) {
        given += 1;
        yield new Uint8Array(10);
      }
    },
  };
  const { openEngine } = scriptedInternet({
    'https://example.com/lying': {
      chunks: endless as unknown as Uint8Array[],
      headers: { 'content-length': '5' },
    },
    'https://example.com/honest': { chunks: [], headers: { 'content-length': '101' } },
  });
  const lying = fetchRemoteFile('https://example.com/lying', { maxBytes: 100 }, { openEngine });
  await expect(lying).rejects.toMatchObject({ kind: 'payload-too-large' });
  expect(given).toBe(11);
  const honest = fetchRemoteFile('https://example.com/honest', { maxBytes: 100 }, { openEngine });
  await expect(honest).rejects.toMatchObject({ kind: 'payload-too-large' });
});

test.each([404, 500, 304])('an answer of %d is told by its host and status', async (status) => {
  const { openEngine } = scriptedInternet({ 'https://example.com/a': { status } });
  const fetching = fetchRemoteFile(
    'https://example.com/a',
    {},
    { openEngine, field: 'messages[0].content[1].url' },
  );
  await expect(fetching).rejects.toMatchObject({
    kind: 'invalid-request',
    field: 'messages[0].content[1].url',
    message: expect.stringContaining('example.com answered'),
  });
});

test('an answer without a body is an empty file', async () => {
  const { openEngine } = scriptedInternet({ 'https://example.com/a': { status: 204 } });
  const { data } = await fetchRemoteFile('https://example.com/a', {}, { openEngine });
  expect(data).toHaveLength(0);
});

const failure = (code: string) =>
  new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code }) });

class ForbiddenAddressError extends Error {
  override readonly name = 'ForbiddenAddressError';
}

test('a name that does not exist and one that leads inside are told apart by nobody', async () => {
  const errors = [
    failure('ENOTFOUND'),
    new TypeError('fetch failed', { cause: new ForbiddenAddressError() }),
  ];
  const messages = await Promise.all(
    errors.map(async (error) => {
      const { openEngine } = scriptedInternet({ 'https://example.com/a': { error } });
      const refusal: unknown = await fetchRemoteFile('https://example.com/a', {}, { openEngine }).catch(
        (reason: unknown) => reason,
      );
      return refusal instanceof Error ? `${refusal.name}: ${refusal.message}` : 'none';
    }),
  );
  expect(messages[0]).toBe('InvalidRequestError: url cannot be fetched: its host is not a public one.');
  expect(messages[1]).toBe(messages[0]);
});

test.each([
  ['no answer', { error: failure('ECONNREFUSED') }, 'did not answer'],
  ['a body that breaks off', { chunks: [png], error: new Error('reset') }, 'broke off'],
])('%s is a failed connection, and may be tried again', async (_name, scripted, words) => {
  const { openEngine } = scriptedInternet({ 'https://example.com/a': scripted });
  await expect(fetchRemoteFile('https://example.com/a', {}, { openEngine })).rejects.toMatchObject({
    kind: 'connection',
    isRetryable: true,
    message: expect.stringContaining(words),
  });
});

test('the time for everything is bounded', async () => {
  const { openEngine, note } = scriptedInternet({});
  const fetching = fetchRemoteFile('https://example.com/slow', { timeoutMs: 1 }, { openEngine });
  await expect(fetching).rejects.toMatchObject({ kind: 'timeout', timeoutMs: 1, phase: 'headers' });
  expect(note.closed).toBe(1);
});

test('an abort passes its own reason through', async () => {
  const { openEngine } = scriptedInternet({});
  const controller = new AbortController();
  const fetching = fetchRemoteFile('https://example.com/slow', {}, { openEngine, signal: controller.signal });
  controller.abort('enough');
  await expect(fetching).rejects.toBe('enough');
});

test.each(['nonsense', '/relative', ''])('%j is no address', async (url) => {
  await expect(fetchRemoteFile(url)).rejects.toThrow('url cannot be fetched: it is not an absolute URL.');
});

test('nothing is opened for an address that is refused by name', async () => {
  const { openEngine, note } = scriptedInternet({});
  await expect(fetchRemoteFile('http://localhost/', {}, { openEngine })).rejects.toThrow('not a public one');
  await expect(fetchRemoteFile('http://example.com/', { allowHttp: false }, { openEngine })).rejects.toThrow(
    'only https:',
  );
  await expect(fetchRemoteFile('https://example.com/', { remote: 'off' }, { openEngine })).rejects.toThrow(
    'switched off',
  );
  expect(note.opened).toBe(0);
});

test('an address of the own network, when it is allowed, is judged by nobody else', async () => {
  const { openEngine, note } = scriptedInternet({ 'http://10.0.0.1:8080/a': { chunks: [png] } });
  await fetchRemoteFile('http://10.0.0.1:8080/a', { remote: () => 'any-address' }, { openEngine });
  expect(note.judges.map((judge) => judge('10.0.0.1'))).toEqual([true]);
});
