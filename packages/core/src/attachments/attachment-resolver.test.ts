import { expect, test, vi } from 'vitest';
import type { FilePart } from '../turn/content-part.ts';
import type { TurnRequest } from '../turn/turn-request.ts';
import { scriptedInternet, type ScriptedPage } from './__fixtures__/scripted-remote-engine.ts';
import { AttachmentResolver, type Upload } from './attachment-resolver.ts';
import { FilePartLoader } from './file-part-loader.ts';
import type { RemoteFilePolicy } from './fetch-remote-file.ts';
import { UploadCache } from './upload-cache.ts';

const png = (seed: number) => new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, seed]);

function workshop(pages: Readonly<Record<string, ScriptedPage>> = {}, policy: RemoteFilePolicy = {}) {
  const uploads: { readonly filename: string; readonly mediaType: string; readonly bytes: number }[] = [];
  const upload = vi.fn<Upload>(async ({ data, filename, mediaType }) => {
    uploads.push({ filename, mediaType, bytes: data.byteLength });
    return { id: `f${uploads.length}` };
  });
  const clock = { nowMs: 0 };
  const internet = scriptedInternet(pages);
  const resolver = new AttachmentResolver({
    upload,
    loader: new FilePartLoader(policy, { openEngine: internet.openEngine }, () => clock.nowMs),
    cache: new UploadCache(),
    defaultModel: 'GigaChat-2-Max',
  });
  return { resolver, upload, uploads, clock, internet: internet.note };
}

const ask = (...parts: readonly FilePart[]): TurnRequest => ({
  messages: [{ role: 'user', content: [{ type: 'text', text: 'Что здесь?' }, ...parts] }],
});

test('a request without files is handed on as it is', async () => {
  const { resolver } = workshop();
  const request: TurnRequest = { messages: [{ role: 'user', content: 'Привет' }] };
  const resolved = await resolver.resolve(request);
  expect(resolved.request).toBe(request);
  expect(resolved.warnings).toEqual([]);
});

test('bytes become an id, and the caller’s request stays as it was', async () => {
  const { resolver, uploads } = workshop();
  const part: FilePart = { type: 'file', data: png(1), filename: 'кот.png' };
  const request = ask(part);
  const { request: resolved } = await resolver.resolve(request);
  expect(resolved.messages).toEqual([
    {
      role: 'user',
      content: [
        { type: 'text', text: 'Что здесь?' },
        { type: 'file', fileId: 'f1', mediaType: 'image/png', filename: 'кот.png' },
      ],
    },
  ]);
  expect(request).toEqual(ask(part));
  expect(uploads).toEqual([{ filename: 'кот.png', mediaType: 'image/png', bytes: 9 }]);
});

const shapes: readonly (readonly [string, (seed: number) => FilePart])[] = [
  ['bytes', (seed) => ({ type: 'file', data: png(seed) })],
  ['base64', (seed) => ({ type: 'file', data: Buffer.from(png(seed)).toString('base64') })],
  ['a Blob', (seed) => ({ type: 'file', data: new Blob([png(seed)]) })],
  ['a stream', (seed) => ({ type: 'file', data: new Blob([png(seed)]).stream() })],
  ['an async iterable', (seed) => ({ type: 'file', data: once(png(seed)) })],
  ['a data: URL', (seed) => ({ type: 'file', url: `data:,${String.fromCharCode(65 + seed)}` })],
  ['an address', () => ({ type: 'file', url: new URL('https://example.com/cat.png') })],
];

async function* once(bytes: Uint8Array) {
  yield bytes.subarray(0, 4);
  yield bytes.subarray(4);
}

test.each(shapes)('an agent loop of five steps uploads %s once', async (_name, make) => {
  const { resolver, upload, internet } = workshop({ 'https://example.com/cat.png': { chunks: [png(1)] } });
  const part = make(1);
  const ids: unknown[] = [];
  for (let step = 1; step <= 5; step += 1) {
    const history = Array.from({ length: step }, () => ({ role: 'assistant' as const, content: 'шаг' }));
    const { request } = await resolver.resolve({
      messages: [{ role: 'user', content: [part] }, ...history],
    });
    ids.push(request.messages[0]?.content);
  }
  expect(upload).toHaveBeenCalledOnce();
  expect(new Set(ids.map((content) => JSON.stringify(content))).size).toBe(1);
  expect(internet.seen.length).toBeLessThanOrEqual(1);
});

test('the same content in different shapes, and twice in one request, is uploaded once', async () => {
  const { resolver, upload } = workshop();
  const { request } = await resolver.resolve(
    ask(
      { type: 'file', data: png(1) },
      { type: 'file', data: new Blob([png(1)]) },
      { type: 'file', data: Buffer.from(png(1)).toString('base64') },
    ),
  );
  expect(upload).toHaveBeenCalledOnce();
  expect(JSON.stringify(request).match(/"f1"/g)).toHaveLength(3);
});

test('one part object used in two messages is loaded once', async () => {
  const { resolver, upload } = workshop();
  const part: FilePart = { type: 'file', data: once(png(1)) };
  const { request } = await resolver.resolve({
    messages: [
      { role: 'user', content: [part] },
      { role: 'assistant', content: [part] },
      { role: 'user', content: 'Ещё раз' },
    ],
  });
  expect(upload).toHaveBeenCalledOnce();
  expect(JSON.stringify(request).match(/"f1"/g)).toHaveLength(2);
});

test('two requests at once share the upload of the same bytes', async () => {
  const { resolver, upload } = workshop();
  await Promise.all([1, 2, 3].map(() => resolver.resolve(ask({ type: 'file', data: png(1) }))));
  expect(upload).toHaveBeenCalledOnce();
});

test('bytes that have changed are another file', async () => {
  const { resolver, upload } = workshop();
  const data = png(1);
  await resolver.resolve(ask({ type: 'file', data }));
  data[8] = 2;
  await resolver.resolve(ask({ type: 'file', data }));
  expect(upload).toHaveBeenCalledTimes(2);
});

test('end users and tokens do not share files', async () => {
  const { resolver, upload } = workshop();
  const request = ask({ type: 'file', data: png(1) });
  await resolver.resolve(request);
  await resolver.resolve(request, { clientId: 'user-1' });
  await resolver.resolve(request, { headers: { 'X-Client-ID': 'user-1' } });
  await resolver.resolve(request, { headers: { Authorization: 'Bearer other', accept: '*/*' } });
  expect(upload.mock.calls.map(([, { clientId, headers }]) => [clientId, headers])).toEqual([
    [undefined, undefined],
    ['user-1', undefined],
    [undefined, { Authorization: 'Bearer other', accept: '*/*' }],
  ]);
});

test('what the server has lost is uploaded again, whatever shape it had', async () => {
  const { resolver, upload, internet } = workshop({ 'https://example.com/cat.png': { chunks: [png(9)] } });
  const request = ask(
    { type: 'file', data: new Blob([png(1)]).stream() },
    { type: 'file', data: new Blob([png(2)]) },
    { type: 'file', url: 'https://example.com/cat.png' },
  );
  await resolver.resolve(request);
  expect(resolver.invalidate(request)).toBe(true);
  expect(resolver.invalidate(request)).toBe(false);
  await resolver.resolve(request);
  expect(upload).toHaveBeenCalledTimes(6);
  expect(internet.seen).toHaveLength(2);
});

test('a deleted file is forgotten', async () => {
  const { resolver, upload } = workshop();
  const request = ask({ type: 'file', data: png(1) });
  await resolver.resolve(request);
  resolver.forget('f1');
  await resolver.resolve(request);
  expect(upload).toHaveBeenCalledTimes(2);
});

test('a request that has nothing of ours has nothing to forget', () => {
  const { resolver } = workshop();
  expect(resolver.invalidate(ask({ type: 'file', fileId: 'stored' }))).toBe(false);
});

test('an address is asked again after ten minutes, and its new content uploaded', async () => {
  const pages: Record<string, ScriptedPage> = { 'https://example.com/cat.png': { chunks: [png(1)] } };
  const { resolver, upload, clock, internet } = workshop(pages);
  const request = ask({ type: 'file', url: 'https://example.com/cat.png' });
  await resolver.resolve(request);
  pages['https://example.com/cat.png'] = { chunks: [png(2)] };
  clock.nowMs = 10 * 60_000 - 1;
  await resolver.resolve(request);
  expect(internet.seen).toHaveLength(1);
  clock.nowMs = 10 * 60_000;
  await resolver.resolve(request);
  expect(internet.seen).toHaveLength(2);
  expect(upload).toHaveBeenCalledTimes(2);
});

test('stored ids stay, and count towards the limits', async () => {
  const { resolver, upload } = workshop();
  const stored: FilePart = { type: 'file', fileId: 'mine', mediaType: 'image/png' };
  const { request, warnings } = await resolver.resolve(ask(stored, { type: 'file', data: png(1) }));
  expect(upload).toHaveBeenCalledOnce();
  expect(JSON.stringify(request)).toContain('"mine"');
  expect(warnings.map(({ field }) => field)).toEqual(['messages[0].content[2]']);
});

test('limits are checked before anything is uploaded', async () => {
  const { resolver, upload } = workshop();
  const eleven = Array.from({ length: 11 }, (_, index): FilePart => ({ type: 'file', data: png(index) }));
  await expect(resolver.resolve(ask(...eleven))).rejects.toMatchObject({
    kind: 'invalid-request',
    field: 'messages[0].content[11]',
  });
  expect(upload).not.toHaveBeenCalled();
});

test('a model that does not see pictures is warned of', async () => {
  const { resolver } = workshop();
  const request = { ...ask({ type: 'file', data: png(1) }), model: 'GigaChat-2' };
  const { warnings } = await resolver.resolve(request);
  expect(warnings[0]?.message).toContain('GigaChat-2 does not see pictures');
});

test.each([
  ['a picture above 15 MB', { type: 'file', data: new Uint8Array(16 * 1024 * 1024), mediaType: 'image/png' }],
  ['a stream above 15 MB', { type: 'file', data: endless(), mediaType: 'image/png' }],
  ['a remote picture above 15 MB', { type: 'file', url: 'https://example.com/big.png' }],
] satisfies [string, FilePart][])('%s is refused by its path in the request', async (_name, part) => {
  const big = new Uint8Array(16 * 1024 * 1024);
  big.set(png(1));
  const { resolver } = workshop({ 'https://example.com/big.png': { chunks: [big] } });
  await expect(resolver.resolve(ask(part))).rejects.toMatchObject({
    kind: 'payload-too-large',
    message: expect.stringMatching(/^messages\[0\]\.content\[1\]\.(data|url) is/),
  });
});

async function* endless() {
  for (;;) yield new Uint8Array(1024 * 1024);
}

test('a limit of the client’s own holds for bytes and addresses', async () => {
  const pages = { 'https://example.com/cat.png': { chunks: [png(1)] } };
  const { resolver } = workshop(pages, { maxBytes: 8 });
  await expect(resolver.resolve(ask({ type: 'file', data: png(1) }))).rejects.toThrow('allows 8');
  await expect(resolver.resolve(ask({ type: 'file', url: 'https://example.com/cat.png' }))).rejects.toThrow(
    'more than 8 bytes',
  );
});

test.each([
  ['empty data', { type: 'file', data: new Uint8Array() }],
  ['an empty file at an address', { type: 'file', url: 'https://example.com/empty' }],
] satisfies [string, FilePart][])('%s is refused', async (_name, part) => {
  const { resolver } = workshop({ 'https://example.com/empty': { chunks: [] } });
  await expect(resolver.resolve(ask(part))).rejects.toThrow(/empty/);
});

test('addresses are off when the settings say so; data: URLs are not addresses', async () => {
  const { resolver } = workshop({}, { remote: 'off' });
  await expect(resolver.resolve(ask({ type: 'file', url: 'https://example.com/cat.png' }))).rejects.toThrow(
    'messages[0].content[1].url cannot be fetched',
  );
  const data = `data:image/png;base64,${Buffer.from(png(1)).toString('base64')}`;
  await expect(resolver.resolve(ask({ type: 'file', url: data }))).resolves.toBeDefined();
});

test('one file that fails keeps the others from being uploaded', async () => {
  const { resolver, upload } = workshop();
  const parts: FilePart[] = [
    { type: 'file', data: png(1) },
    { type: 'file', url: 'http://127.0.0.1/' },
  ];
  await expect(resolver.resolve(ask(...parts))).rejects.toThrow('not a public one');
  expect(upload).not.toHaveBeenCalled();
});

test('an abort passes its own reason through', async () => {
  const { resolver, upload } = workshop();
  const before = resolver.resolve(ask({ type: 'file', data: png(1) }), {
    signal: AbortSignal.abort('before'),
  });
  await expect(before).rejects.toBe('before');
  const controller = new AbortController();
  upload.mockImplementationOnce((_file, { signal }) => {
    controller.abort('enough');
    return new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason)));
  });
  const during = resolver.resolve(ask({ type: 'file', data: png(1) }), { signal: controller.signal });
  await expect(during).rejects.toBe('enough');
  await expect(resolver.resolve(ask({ type: 'file', data: png(1) }))).resolves.toBeDefined();
});

test('a thousand addresses are remembered, and no more', async () => {
  const url = (index: number) => `https://example.com/${index}.png`;
  const pages = Object.fromEntries(
    Array.from({ length: 1_001 }, (_, index) => [url(index), { chunks: [png(1)] }]),
  );
  const { resolver, internet } = workshop(pages);
  for (let index = 0; index <= 1_000; index += 1) {
    await resolver.resolve(ask({ type: 'file', url: url(index) }));
  }
  await resolver.resolve(ask({ type: 'file', url: url(1_000) }));
  expect(internet.seen).toHaveLength(1_001);
  await resolver.resolve(ask({ type: 'file', url: url(0) }));
  expect(internet.seen).toHaveLength(1_002);
});
