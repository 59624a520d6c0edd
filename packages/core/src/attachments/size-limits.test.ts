import { expect, test } from 'vitest';
import { checkSize, fileKind, megabyte } from './size-limits.ts';

test.each([
  ['image/png', 'image'],
  ['audio/mpeg', 'audio'],
  ['video/mp4', 'audio'],
  ['application/pdf', 'text'],
  ['application/octet-stream', 'text'],
])('%s falls under the limit of %s', (mediaType, kind) => {
  expect(fileKind(mediaType)).toBe(kind);
});

test('the error names the field, the size and the rule', () => {
  expect(() => checkSize(16 * megabyte, 'image/png', 'messages[0].content[1].data')).toThrow(
    'messages[0].content[1].data is 16777216 bytes of image/png, and the API takes images up to 15 MB (15728640 bytes).',
  );
});

test('a limit of the client’s own holds besides', () => {
  expect(() => checkSize(11, 'image/png', 'data', 10)).toThrow('attachments.maxBytes allows 10');
  checkSize(10, 'image/png', 'data', 10);
});
