import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { sniffMediaType } from './sniff-media-type.ts';

const bytes = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

test.each([
  ['image/jpeg', '\u00ff\u00d8\u00ff\u00e0'],
  ['image/png', '\u0089PNG\r\n\u001a\n....'],
  ['image/gif', 'GIF89a'],
  ['image/gif', 'GIF87a'],
  ['image/webp', 'RIFF....WEBPVP8 '],
  ['image/tiff', 'II*\u0000'],
  ['image/tiff', 'MM\u0000*'],
  ['image/bmp', 'BM\u0046\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0036\u0000\u0000\u0000'],
  ['image/avif', '\u0000\u0000\u0000\u0020ftypavif'],
  ['image/heic', '\u0000\u0000\u0000\u0020ftypheic'],
  ['application/pdf', '%PDF-1.7'],
  ['model/gltf-binary', 'glTF\u0002\u0000\u0000\u0000'],
  ['audio/mpeg', 'ID3\u0004'],
  ['audio/mpeg', '\u00ff\u00fb\u0090\u0064'],
  ['audio/wav', 'RIFF....WAVEfmt '],
  ['audio/ogg', 'OggS....vorbis'],
  ['audio/opus', 'OggS....................OpusHead'],
  ['audio/flac', 'fLaC'],
  ['audio/webm', '\u001a\u0045\u00df\u00a3'],
  ['audio/x-m4a', '\u0000\u0000\u0000\u0020ftypM4A '],
  ['audio/mp4', '\u0000\u0000\u0000\u0020ftypisom'],
  ['application/epub+zip', 'PK\u0003\u0004..mimetypeapplication/epub+zip'],
  [
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    'PK\u0003\u0004..[Content_Types].xml..word/document.xml',
  ],
  [
    'application/vnd.openxmlformats-officedocument.presentationml.presentation',
    'PK\u0003\u0004....ppt/presentation.xml',
  ],
  ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'PK\u0003\u0004....xl/workbook.xml'],
  ['application/zip', 'PK\u0003\u0004....readme.md'],
])('sees %s', (mediaType, head) => {
  expect(sniffMediaType(bytes(head))).toBe(mediaType);
});

test.each([
  '',
  'hello',
  '{"a":1}',
  'RIFF....AVI ',
  'RIFF',
  '\u00ff',
  '\u00ff\u00ff\u00ff',
  'BM25 ranks documents',
  'GIF',
])('sees nothing in %j', (head) => {
  expect(sniffMediaType(bytes(head))).toBeUndefined();
});

test('looks at any bytes without harm', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 64 }), (head) => {
      const seen = sniffMediaType(head);
      expect(seen === undefined || /^[a-z]+\/[\w.+-]+$/.test(seen)).toBe(true);
    }),
  );
});
