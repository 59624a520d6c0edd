import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { readBytes as read } from './__fixtures__/read-all.ts';
import { multipartUpload } from './multipart-upload.ts';

const upload = (bytes: Uint8Array, filename: string, length: number | undefined = bytes.byteLength) =>
  multipartUpload({
    open: async function* () {
      yield bytes;
    },
    length,
    filename,
    mediaType: 'application/octet-stream',
    purpose: 'general',
    checkSize: () => {},
  });

test.each(['scan.jpg', 'отчёт за март.pdf', 'say "hi".txt', 'line\r\nbreak.txt', '猫.png', 'a;b=c.txt'])(
  'a multipart parser reads the name %j back',
  async (filename) => {
    const { contentType, body } = upload(new TextEncoder().encode('bytes'), filename);
    const form = await new Response(await read(body.open()), {
      headers: { 'content-type': contentType },
    }).formData();
    expect(form.get('purpose')).toBe('general');
    const file = form.get('file');
    expect(file instanceof File && file.name).toBe(filename);
    expect(file instanceof File && (await file.text())).toBe('bytes');
  },
);

test('any bytes arrive as they were, at the length announced, at every attempt', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 2_000 }), async (bytes) => {
      const { contentType, body } = upload(bytes, 'x.bin');
      const first = await read(body.open());
      expect(first.byteLength).toBe(body.length);
      expect(await read(body.open())).toEqual(first);
      const form = await new Response(first, { headers: { 'content-type': contentType } }).formData();
      const file = form.get('file');
      expect(file instanceof File && new Uint8Array(await file.arrayBuffer())).toEqual(bytes);
    }),
    { numRuns: 50 },
  );
});

test('an unknown length stays unknown', () => {
  const { body } = multipartUpload({
    open: async function* () {},
    length: undefined,
    filename: 'x',
    mediaType: 'text/plain',
    purpose: 'general',
    checkSize: () => {},
  });
  expect(body.length).toBeUndefined();
});

test('a stream that gives another length than it promised is stopped before the server believes it', async () => {
  const { body } = upload(new Uint8Array(3), 'x.bin', 4);
  await expect(read(body.open())).rejects.toMatchObject({ kind: 'invalid-request', field: 'data' });
});
