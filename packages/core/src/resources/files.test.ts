import { expect, test } from 'vitest';
import type { FileData } from '../turn/content-part.ts';
import { readBytes } from './__fixtures__/read-all.ts';
import { ScriptedContext, type SeenCall } from './__fixtures__/scripted-context.ts';
import { Files } from './files.ts';

const stored = {
  id: '3d6d1c56-9d3c-4d9f-8b6b-7d7d2f1e0001',
  object: 'file',
  bytes: 42966,
  access_policy: 'private',
  created_at: 1768996200,
  filename: 'scan.jpg',
  purpose: 'general',
  modalities: ['image'],
};

const accept = () => new ScriptedContext(() => ({ json: stored }));

const jpeg = new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]);

/** The file part of an upload, as a parser of forms reads it. */
async function partOf(call: SeenCall | undefined): Promise<File> {
  const headers = { 'content-type': call?.contentType ?? '' };
  const file = (await new Response(call?.bytes, { headers }).formData()).get('file');
  if (!(file instanceof File)) throw new Error('There was no file in the form.');
  return file;
}

async function* inChunks(bytes: Uint8Array, size = 2) {
  for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size);
}

test('an upload gives the file back as the server sees it', async () => {
  const context = accept();
  expect(await new Files(context).upload({ data: jpeg, filename: 'scan.jpg' })).toEqual({
    id: stored.id,
    filename: 'scan.jpg',
    bytes: 42966,
    createdAtMs: 1768996200000,
    purpose: 'general',
    accessPolicy: 'private',
    modalities: ['image'],
    raw: stored,
  });
  expect(context.calls[0]).toMatchObject({ method: 'POST', path: '/files' });
});

const shapes: readonly (readonly [string, () => FileData])[] = [
  ['a Uint8Array', () => jpeg],
  ['a Buffer', () => Buffer.from(jpeg)],
  ['an ArrayBuffer', () => jpeg.slice().buffer],
  ['a Blob', () => new Blob([jpeg])],
  ['a File', () => new File([jpeg], 'named.jpg')],
  ['a web stream', () => new Blob([jpeg]).stream()],
  ['an async iterable', () => inChunks(jpeg)],
  ['base64', () => Buffer.from(jpeg).toString('base64')],
  ['URL-safe base64', () => Buffer.from(jpeg).toString('base64url')],
  ['a data: URL', () => `data:image/jpeg;base64,${Buffer.from(jpeg).toString('base64')}`],
];

test.each(shapes)('%s is uploaded whole, with its type told from the bytes', async (_name, data) => {
  const context = accept();
  await new Files(context).upload({ data: data() });
  const part = await partOf(context.calls[0]);
  expect(new Uint8Array(await part.arrayBuffer())).toEqual(jpeg);
  expect(part.type).toBe('image/jpeg');
});

test('what is known of the length is announced, and a stream is not', async () => {
  const context = accept();
  const files = new Files(context);
  await files.upload({ data: new Blob([jpeg]) });
  await files.upload({ data: inChunks(jpeg) });
  await files.upload({ data: inChunks(jpeg), sizeBytes: jpeg.byteLength });
  const lengths = context.calls.map((call) => [call.contentLength, call.bytes.byteLength]);
  expect(lengths[0]?.[0]).toBe(lengths[0]?.[1]);
  expect(lengths[1]?.[0]).toBeUndefined();
  expect(lengths[2]?.[0]).toBe(lengths[2]?.[1]);
});

test.each([
  [{ filename: 'отчёт.pdf', data: 'bm90aGluZw==' }, 'отчёт.pdf', 'application/pdf'],
  [{ data: new File(['hello'], 'notes.txt') }, 'notes.txt', 'text/plain'],
  [{ data: new Blob(['{}'], { type: 'application/json' }) }, 'file.json', 'application/json'],
  [{ data: new TextEncoder().encode('просто текст') }, 'file.txt', 'text/plain'],
  [{ data: new Uint8Array([0, 1, 2]) }, 'file.bin', 'application/octet-stream'],
  [{ data: jpeg, filename: 'lies.png', mediaType: 'image/png' }, 'lies.png', 'image/jpeg'],
  [{ data: new Uint8Array([0, 1, 2]), mediaType: 'Image/JPG; q=1' }, 'file.jpg', 'image/jpeg'],
  [{ data: jpeg, mediaType: 'image/*' }, 'file.jpg', 'image/jpeg'],
  // The API's list of accepted types has its own words for these.
  [{ data: new TextEncoder().encode('ID3...'), filename: 'song.mp3' }, 'song.mp3', 'audio/mp3'],
  [{ data: new Uint8Array([1]), filename: 'book.epub' }, 'book.epub', 'application/epub'],
  [{ data: new Uint8Array([1]), filename: 'deck.pptx' }, 'deck.pptx', 'application/pptx'],
])('upload %#: name and type are found', async (request, filename, mediaType) => {
  const context = accept();
  await new Files(context).upload(request);
  const part = await partOf(context.calls[0]);
  expect([part.name, part.type]).toEqual([filename, mediaType]);
});

test('the purpose is general unless another is asked for', async () => {
  const context = accept();
  await new Files(context).upload({ data: jpeg });
  await new Files(context).upload({ data: jpeg, purpose: 'assistant' });
  expect(context.calls[0]?.text).toContain('name="purpose"\r\n\r\ngeneral\r\n');
  expect(context.calls[1]?.text).toContain('name="purpose"\r\n\r\nassistant\r\n');
});

const megabyte = 1024 * 1024;

test.each([
  ['an image', 'photo.bmp', 15, 'images up to 15 MB'],
  ['a sound', 'song.mp3', 35, 'audio files up to 35 MB'],
  ['a document', 'book.txt', 40, 'text documents up to 40 MB'],
])('%s above its limit is refused before anything is sent', async (_name, filename, limit, rule) => {
  const context = accept();
  const files = new Files(context);
  const fits = files.upload({ data: new Blob([new Uint8Array(limit * megabyte)]), filename });
  await expect(fits).resolves.toBeDefined();
  const tooLarge = files.upload({ data: new Blob([new Uint8Array(limit * megabyte + 1)]), filename });
  await expect(tooLarge).rejects.toMatchObject({
    kind: 'payload-too-large',
    status: undefined,
    message: expect.stringContaining(rule),
  });
  expect(context.calls).toHaveLength(1);
});

test('a stream without end is stopped at the limit, and its source is closed', async () => {
  let given = 0;
  let isClosed = false;
  const endless = async function* () {
    try {
      for (;;) {
        given += megabyte;
        yield new Uint8Array(megabyte).fill(1);
      }
    } finally {
      isClosed = true;
    }
  };
  // A transport that hides the reason behind a failed connection must not hide it from the caller.
  const context = new ScriptedContext(() => ({ json: stored }));
  const request = context.request.bind(context);
  context.request = (call, options) =>
    request(call, options).catch(() => Promise.reject(new Error('socket hang up')));
  const upload = new Files(context).upload({ data: endless(), filename: 'x.bmp' });
  await expect(upload).rejects.toMatchObject({ kind: 'payload-too-large' });
  expect(given).toBeLessThanOrEqual(17 * megabyte);
  expect(isClosed).toBe(true);
});

test('a failure of the caller’s own stream comes through as it is', async () => {
  const broken = async function* () {
    yield jpeg;
    throw new Error('the disk is gone');
  };
  await expect(new Files(accept()).upload({ data: broken() })).rejects.toThrow('the disk is gone');
});

test.each([
  ['empty data', { data: new Uint8Array() }, /data is empty/],
  ['a string that is no base64', { data: 'не base64' }, /must be base64/],
  ['a number', { data: 7 as unknown as string }, /data must be/],
  ['a stream of text', { data: inText() }, /Uint8Array chunks/],
])('%s is refused in words', async (_name, request, message) => {
  await expect(new Files(accept()).upload(request)).rejects.toMatchObject({
    kind: 'invalid-request',
    field: 'data',
    message: expect.stringMatching(message),
  });
});

async function* inText() {
  yield 'text' as unknown as Uint8Array;
}

test('lists files, with what old captures leave out undefined', async () => {
  const context = new ScriptedContext(() => ({ json: { data: [stored, { id: 'old', modalities: null }] } }));
  const files = await new Files(context).list();
  expect(files.map(({ id, modalities, createdAtMs }) => [id, modalities, createdAtMs])).toEqual([
    [stored.id, ['image'], 1768996200000],
    ['old', undefined, undefined],
  ]);
  expect(context.calls[0]).toMatchObject({ method: 'GET', path: '/files' });
});

test('retrieves one file', async () => {
  const context = accept();
  expect((await new Files(context).retrieve(stored.id)).filename).toBe('scan.jpg');
  expect(context.calls[0]).toMatchObject({ method: 'GET', path: `/files/${stored.id}` });
});

test('deletes by POST and tells who must forget', async () => {
  const context = new ScriptedContext(() => ({ json: { id: 'f1', object: 'file', deleted: true } }));
  const forgotten: string[] = [];
  const files = new Files(context, (id) => forgotten.push(id));
  expect(await files.delete('f1')).toEqual({ id: 'f1', isDeleted: true });
  expect(context.calls[0]).toMatchObject({ method: 'POST', path: '/files/f1/delete', json: {} });
  expect(forgotten).toEqual(['f1']);
});

test('a deletion without a body is a deletion', async () => {
  const context = new ScriptedContext(() => ({ json: null }));
  expect(await new Files(context).delete('f1')).toEqual({ id: 'f1', isDeleted: true });
});

test.each(['image/jpg', 'application/octet-stream', ''])(
  'a download under the type %j is told from its bytes',
  async (type) => {
    const context = new ScriptedContext(() => ({ chunks: [jpeg], headers: { 'content-type': type } }));
    const { data, mediaType } = await new Files(context).download('f1', { clientId: 'user-1' });
    expect([data, mediaType]).toEqual([jpeg, 'image/jpeg']);
    expect(context.calls[0]).toMatchObject({
      path: '/files/f1/content',
      accept: 'application/jpg',
      options: { clientId: 'user-1' },
    });
  },
);

test('bytes that show no type have the one the server states, if it states any', async () => {
  const plain = new ScriptedContext(() => ({
    chunks: [new Uint8Array([1, 2])],
    headers: { 'content-type': 'text/CSV; charset=utf-8' },
  }));
  expect((await new Files(plain).download('f1')).mediaType).toBe('text/csv');
  const bare = new ScriptedContext(() => ({ chunks: [] }));
  expect(await new Files(bare).download('f1')).toMatchObject({ mediaType: 'application/octet-stream' });
});

test('a document that the server calls a picture is no picture', async () => {
  const headers = { 'content-type': 'image/jpg' };
  const text = new ScriptedContext(() => ({ chunks: [new TextEncoder().encode('привет')], headers }));
  expect((await new Files(text).download('f1')).mediaType).toBe('text/plain');
  const bytes = new ScriptedContext(() => ({ chunks: [new Uint8Array([0, 1])], headers }));
  expect((await new Files(bytes).download('f1')).mediaType).toBe('application/octet-stream');
});

test('a streamed download is whole, typed, and knows its length', async () => {
  const chunks = [jpeg.subarray(0, 1), jpeg.subarray(1, 4), jpeg.subarray(4)];
  const context = new ScriptedContext(() => ({ chunks, headers: { 'content-length': '7' } }));
  const download = await new Files(context).downloadStream('f1');
  expect([download.mediaType, download.length]).toEqual(['image/jpeg', 7]);
  expect(await readBytes(download.body)).toEqual(jpeg);
});

test('a streamed download that nobody reads, or that is left early, lets go of its connection', async () => {
  const chunks = Array.from({ length: 10 }, () => new Uint8Array(4096));
  const context = new ScriptedContext(() => ({ chunks }));
  const files = new Files(context);
  await (await files.downloadStream('f1')).discard();
  expect(context.discarded).toBe(1);
  const { body, length } = await files.downloadStream('f1');
  expect(length).toBeUndefined();
  for await (const chunk of body) {
    expect(chunk.byteLength).toBe(4096);
    break;
  }
  expect(context.discarded).toBe(2);
});

test.each(['retrieve', 'delete', 'download', 'downloadStream'] as const)(
  '%s keeps to files, whatever the id',
  async (method) => {
    const context = accept();
    await expect(new Files(context)[method]('../models')).rejects.toMatchObject({ field: 'id' });
    expect(context.calls).toHaveLength(0);
  },
);

test('an upload that the server answers without an id is an error, not a file without a name', async () => {
  const context = new ScriptedContext(() => ({ json: {} }));
  await expect(new Files(context).upload({ data: jpeg, filename: 'scan.jpg' })).rejects.toMatchObject({
    name: 'ServerError',
    message: expect.stringContaining('files.upload'),
  });
});
