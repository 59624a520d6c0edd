import { expect, test } from 'vitest';
import { fileSource } from './file-source.ts';
import { readWebStream } from './read-web-stream.ts';

async function read(source: AsyncIterable<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of source) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

test('a File carries its own name, type and length', async () => {
  const source = fileSource(new File(['hello'], 'hello.txt', { type: 'text/plain' }), 'data');
  expect(source).toMatchObject({ length: 5, mediaType: 'text/plain', filename: 'hello.txt' });
  expect(await read(source.open())).toBe('hello');
  expect(await read(source.open())).toBe('hello');
  await source.close();
});

test('a Blob without a type states none', () => {
  expect(fileSource(new Blob(['x']), 'data')).toMatchObject({ mediaType: undefined, filename: undefined });
});

test('a data: URL states its type', () => {
  expect(fileSource('data:image/png;base64,aGk=', 'data')).toMatchObject({
    length: 2,
    mediaType: 'image/png',
  });
});

test('a web stream that cannot be iterated is read all the same', async () => {
  const stream = new Blob(['hello']).stream();
  // Safari and older runtimes have readers only.
  const bare = { getReader: () => stream.getReader() } as unknown as ReadableStream<Uint8Array>;
  expect(await read(fileSource(bare, 'data').open())).toBe('hello');
});

test('a web stream that is left early is cancelled', async () => {
  let reason: unknown = 'not cancelled';
  const stream = new ReadableStream<Uint8Array>({
    pull: (controller) => controller.enqueue(new Uint8Array([1])),
    cancel: (given) => {
      reason = given;
    },
  });
  for await (const chunk of readWebStream(stream)) {
    expect(chunk).toEqual(new Uint8Array([1]));
    break;
  }
  expect(reason).toBeUndefined();
});

test.each([[7], [null], [{}], [() => {}]])('%j is no file', (data) => {
  expect(() => fileSource(data as unknown as string, 'messages[0].content[0].data')).toThrow(
    'messages[0].content[0].data must be',
  );
});
