import { PassThrough, Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { readChunks } from './read-chunks.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const textOf = (step: IteratorResult<Uint8Array>) =>
  step.done === true ? undefined : Buffer.from(step.value).toString();

test('hands out what comes, and then the end, again and again', async () => {
  const chunks = readChunks(Readable.from([bytes('один'), bytes('два')], { objectMode: false }));
  let text = '';
  for (let step = await chunks.next(); step.done !== true; step = await chunks.next()) text += textOf(step);
  expect(text).toBe('одиндва');
  expect(await chunks.next()).toEqual({ done: true, value: undefined });
});

test('serves calls that do not wait for one another in the order they were made', async () => {
  const source = new PassThrough();
  const chunks = readChunks(source);
  const [first, second, third] = [chunks.next(), chunks.next(), chunks.next()];
  source.write('a');
  expect(textOf(await first)).toBe('a');
  source.end('b');
  expect(textOf(await second)).toBe('b');
  expect((await third).done).toBe(true);
});

test('rejects with the reason for which the stream broke, and keeps to it', async () => {
  const source = new PassThrough();
  const chunks = readChunks(source);
  const next = chunks.next();
  source.destroy(new Error('reset'));
  await expect(next).rejects.toThrow('reset');
  await expect(chunks.next()).rejects.toThrow('reset');
});

test('a stream that is closed before its end is no answer', async () => {
  const source = new PassThrough();
  const chunks = readChunks(source);
  const next = chunks.next();
  source.destroy();
  await expect(next).rejects.toThrow('closed before its end');
});

test('leaving destroys the stream, and the error this makes is nobody`s', async () => {
  const source = new PassThrough({ destroy: (_, callback) => callback(new Error('aborted')) });
  const chunks = readChunks(source);
  await chunks.return?.();
  expect(source.destroyed).toBe(true);
  await expect(chunks.next()).rejects.toThrow('aborted');
});
