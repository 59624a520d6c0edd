import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { readAll } from './__fixtures__/read-all.ts';
import { decodeJsonLines } from './decode-json-lines.ts';

async function* cut(text: string, sizes: readonly number[]) {
  const bytes = new TextEncoder().encode(text);
  let start = 0;
  for (let turn = 0; start < bytes.length; turn += 1) {
    const size = sizes[turn % sizes.length] ?? 1;
    yield bytes.subarray(start, start + size);
    start += size;
  }
}

test('values come out as they went in, however the bytes are cut', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.jsonValue(), { maxLength: 8 }),
      fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
      fc.constantFrom('\n', '\r\n', '\n\n'),
      fc.boolean(),
      async (values, sizes, lineEnd, endsWithLine) => {
        const lines = values.map((value) => JSON.stringify(value));
        const text = lines.join(lineEnd) + (endsWithLine ? lineEnd : '');
        expect(await readAll(decodeJsonLines(cut(text, sizes)))).toEqual(
          lines.map((line) => JSON.parse(line) as unknown),
        );
      },
    ),
  );
});

test('a line that is no JSON is named by its number, after the good ones', async () => {
  const lines = decodeJsonLines(cut('{"a":1}\n{oops\n{"b":2}', [100]));
  expect((await lines.next()).value).toEqual({ a: 1 });
  await expect(lines.next()).rejects.toMatchObject({
    kind: 'stream',
    reason: 'malformed',
    lastFrame: '{oops',
    message: expect.stringContaining('Line 2'),
  });
});

test('a last line that was cut off is an error and not silence', async () => {
  await expect(readAll(decodeJsonLines(cut('{"a":1}\n{"b":', [3])))).rejects.toMatchObject({
    kind: 'stream',
  });
});

test('half a character after the last value is an error and not silence', async () => {
  const source = (async function* () {
    yield new Uint8Array([...new TextEncoder().encode('{"a":1}'), 0xd1]);
  })();
  await expect(readAll(decodeJsonLines(source))).rejects.toMatchObject({ kind: 'stream' });
});
