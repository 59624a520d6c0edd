import { expect, test } from 'vitest';
import { plainBytes } from './plain-bytes.ts';
import { sha256 } from './sha256.ts';

test('bytes that own their memory are handed on without a copy', () => {
  const bytes = new Uint8Array([1, 2, 3]);
  expect(plainBytes(bytes).buffer).toBe(bytes.buffer);
});

test('bytes that are part of a pool get memory of their own', () => {
  const pooled = Buffer.from('bytes');
  const plain = plainBytes(pooled);
  expect(plain.constructor).toBe(Uint8Array);
  expect([plain.byteLength, plain.buffer.byteLength]).toEqual([5, 5]);
});

test('bytes of shared memory are copied, since another thread may change them', async () => {
  const shared = new Uint8Array(new SharedArrayBuffer(3));
  expect(plainBytes(shared).buffer).toBeInstanceOf(ArrayBuffer);
  expect(await sha256(shared)).toBe(await sha256(new Uint8Array(3)));
});

test('a digest is of the bytes seen and not of the memory around them', async () => {
  const around = new Uint8Array([9, 1, 2, 9]);
  expect(await sha256(around.subarray(1, 3))).toBe(await sha256(new Uint8Array([1, 2])));
  expect(await sha256(new Uint8Array())).toBe(
    'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  );
});
