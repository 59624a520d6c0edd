import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeBase64, decodeDataUrl } from './decode-data-url.ts';

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

test.each([
  ['data:image/png;base64,aGk=', 'image/png', 'hi'],
  ['DATA:image/png;BASE64,aGk', 'image/png', 'hi'],
  ['data:text/plain;charset=utf-8;base64,aGk=', 'text/plain;charset=utf-8', 'hi'],
  ['data:;base64,aGk=', undefined, 'hi'],
  ['data:;charset=utf-8,hi', undefined, 'hi'],
  ['data:,hi', undefined, 'hi'],
  ['data:text/plain,%D1%8F,%20%2C', 'text/plain', 'я, ,'],
  ['data:image/png;base64,aGk%3D', 'image/png', 'hi'],
])('reads %s', (url, mediaType, content) => {
  const read = decodeDataUrl(url, 'url');
  expect([read.mediaType, text(read.bytes)]).toEqual([mediaType, content]);
});

test('bytes that are no UTF-8 may be percent-encoded too', () => {
  expect(decodeDataUrl('data:image/jpeg,%FF%D8%FFx', 'url').bytes).toEqual(
    new Uint8Array([0xff, 0xd8, 0xff, 0x78]),
  );
});

test.each(['data:image/png;base64', 'https://example.com/', 'data:image/png;base64,я', 'data:;base64,a'])(
  'refuses %s by name',
  (url) => {
    expect(() => decodeDataUrl(url, 'messages[0].content[1].url')).toThrow(
      /messages\[0\]\.content\[1\]\.url/,
    );
  },
);

test('a percent sign that begins no escape stands for itself', () => {
  expect(text(decodeDataUrl('data:,100%', 'url').bytes)).toBe('100%');
});

test('base64 of either alphabet, padded or broken over lines, gives the bytes back', () => {
  fc.assert(
    fc.property(
      fc.uint8Array(),
      fc.constantFrom('base64', 'base64url'),
      fc.boolean(),
      (bytes, form, broken) => {
        const encoded = Buffer.from(bytes).toString(form);
        const sent = broken ? encoded.replaceAll(/(.{7})/g, '$1\r\n') : encoded;
        expect(decodeBase64(sent, 'data')).toEqual(bytes);
      },
    ),
  );
});
