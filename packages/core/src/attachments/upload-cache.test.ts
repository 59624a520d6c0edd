import { expect, test, vi } from 'vitest';
import { UploadCache, type UploadedFile } from './upload-cache.ts';

const file = (fileId: string): UploadedFile => ({ fileId, mediaType: 'image/png', bytes: 1 });

test('the same key is uploaded once', async () => {
  const cache = new UploadCache();
  const upload = vi.fn(async () => file('f1'));
  expect(await cache.get('a', upload, undefined)).toEqual(file('f1'));
  expect(await cache.get('a', upload, undefined)).toEqual(file('f1'));
  expect(upload).toHaveBeenCalledOnce();
});

test('callers that come while it is on its way share one upload', async () => {
  const cache = new UploadCache();
  const { promise, resolve } = Promise.withResolvers<UploadedFile>();
  const upload = vi.fn(() => promise);
  const both = Promise.all([cache.get('a', upload, undefined), cache.get('a', upload, undefined)]);
  resolve(file('f1'));
  expect((await both).map(({ fileId }) => fileId)).toEqual(['f1', 'f1']);
  expect(upload).toHaveBeenCalledOnce();
});

test('one caller that leaves does not take the upload from the other', async () => {
  const cache = new UploadCache();
  const { promise, resolve } = Promise.withResolvers<UploadedFile>();
  let uploadSignal: AbortSignal | undefined;
  const upload = (signal: AbortSignal) => {
    uploadSignal = signal;
    return promise;
  };
  const controller = new AbortController();
  const leaving = cache.get('a', upload, controller.signal);
  const staying = cache.get('a', upload, undefined);
  controller.abort('enough');
  await expect(leaving).rejects.toBe('enough');
  expect(uploadSignal?.aborted).toBe(false);
  resolve(file('f1'));
  expect(await staying).toEqual(file('f1'));
});

test('an upload that everybody has left is given up, and made anew for the next', async () => {
  const cache = new UploadCache();
  let uploadSignal: AbortSignal | undefined;
  const controller = new AbortController();
  const leaving = cache.get(
    'a',
    (signal) => {
      uploadSignal = signal;
      return new Promise(() => {});
    },
    controller.signal,
  );
  controller.abort('enough');
  await expect(leaving).rejects.toBe('enough');
  expect(uploadSignal?.aborted).toBe(true);
  expect(await cache.get('a', async () => file('f2'), undefined)).toEqual(file('f2'));
});

test('a failed upload is forgotten', async () => {
  const cache = new UploadCache();
  await expect(cache.get('a', () => Promise.reject(new Error('no')), undefined)).rejects.toThrow('no');
  expect(await cache.get('a', async () => file('f1'), undefined)).toEqual(file('f1'));
});

test('a file that the server has lost is uploaded again', async () => {
  const cache = new UploadCache();
  await cache.get('a', async () => file('f1'), undefined);
  expect(cache.invalidate('f1')).toBe(true);
  expect(cache.invalidate('f1')).toBe(false);
  expect(await cache.get('a', async () => file('f2'), undefined)).toEqual(file('f2'));
});

test('the least recently used is forgotten first', async () => {
  const cache = new UploadCache(2);
  await cache.get('a', async () => file('a'), undefined);
  await cache.get('b', async () => file('b'), undefined);
  await cache.get('a', async () => expect.unreachable(), undefined);
  await cache.get('c', async () => file('c'), undefined);
  expect(await cache.get('a', async () => expect.unreachable(), undefined)).toEqual(file('a'));
  expect(await cache.get('b', async () => file('again'), undefined)).toEqual(file('again'));
});

test('an upload on its way is never forgotten to make room', async () => {
  const cache = new UploadCache(1);
  const leave = new AbortController();
  cache.get('slow', () => new Promise(() => {}), leave.signal).catch(() => {});
  await cache.get('a', async () => file('a'), undefined);
  const upload = vi.fn(async () => file('slow'));
  cache.get('slow', upload, leave.signal).catch(() => {});
  expect(upload).not.toHaveBeenCalled();
  leave.abort();
});

test('a caller whose signal has fired starts nothing', async () => {
  const upload = vi.fn(async () => file('f1'));
  await expect(new UploadCache().get('a', upload, AbortSignal.abort('before'))).rejects.toBe('before');
  expect(upload).not.toHaveBeenCalled();
});
