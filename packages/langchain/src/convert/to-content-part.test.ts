import { expect, test } from 'vitest';
import { toContentPart, type Block } from './to-content-part.ts';

const bytes = new Uint8Array([1, 2, 3]);

const dialects: readonly [name: string, block: Block, part: unknown][] = [
  ['text', { type: 'text', text: 'да' }, { type: 'text', text: 'да' }],
  ['v0 text', { type: 'text', source_type: 'text', text: 'да' }, { type: 'text', text: 'да' }],
  [
    'v0 text file',
    { type: 'file', source_type: 'text', text: 'да', mime_type: 'text/plain' },
    { type: 'text', text: 'да' },
  ],
  [
    'v1 plain text with a title',
    { type: 'text-plain', title: 'Устав', text: 'да', mimeType: 'text/plain' },
    { type: 'text', text: 'Устав\nда' },
  ],
  [
    'OpenAI image_url, short',
    { type: 'image_url', image_url: 'data:image/png;base64,AA==' },
    { type: 'file', url: 'data:image/png;base64,AA==' },
  ],
  [
    'OpenAI image_url, long',
    { type: 'image_url', image_url: { url: 'https://a.ru/b.png' } },
    { type: 'file', url: 'https://a.ru/b.png' },
  ],
  [
    'OpenAI input_audio',
    { type: 'input_audio', input_audio: { data: 'AA==', format: 'wav' } },
    { type: 'file', data: 'AA==', mediaType: 'audio/wav' },
  ],
  ['OpenAI file by id', { type: 'file', file: { file_id: 'f-1' } }, { type: 'file', fileId: 'f-1' }],
  [
    'OpenAI file by data',
    { type: 'file', file: { file_data: 'data:application/pdf;base64,AA==', filename: 'a.pdf' } },
    { type: 'file', url: 'data:application/pdf;base64,AA==', filename: 'a.pdf' },
  ],
  [
    'v0 image by URL',
    { type: 'image', source_type: 'url', url: 'https://a.ru/b.png', mime_type: 'image/png' },
    { type: 'file', url: 'https://a.ru/b.png', mediaType: 'image/png' },
  ],
  [
    'v0 image by base64',
    {
      type: 'image',
      source_type: 'base64',
      data: 'AA==',
      mime_type: 'image/png',
      metadata: { name: 'b.png' },
    },
    { type: 'file', data: 'AA==', mediaType: 'image/png', filename: 'b.png' },
  ],
  ['v0 file by id', { type: 'file', source_type: 'id', id: 'f-1' }, { type: 'file', fileId: 'f-1' }],
  [
    'v1 image by bytes',
    { type: 'image', data: bytes, mimeType: 'image/png' },
    { type: 'file', data: bytes, mediaType: 'image/png' },
  ],
  ['v1 audio by id', { type: 'audio', fileId: 'f-1' }, { type: 'file', fileId: 'f-1' }],
  [
    'v1 video by URL',
    { type: 'video', url: 'https://a.ru/b.mp4' },
    { type: 'file', url: 'https://a.ru/b.mp4' },
  ],
  [
    'Anthropic image',
    { type: 'image', source: { type: 'base64', media_type: 'image/png', data: 'AA==' } },
    { type: 'file', data: 'AA==', mediaType: 'image/png' },
  ],
  [
    'Anthropic document',
    { type: 'document', source: { type: 'url', url: 'https://a.ru/b.pdf' }, title: 'b.pdf' },
    { type: 'file', url: 'https://a.ru/b.pdf', filename: 'b.pdf' },
  ],
  [
    'Google media',
    { type: 'media', mimeType: 'image/png', data: 'AA==' },
    { type: 'file', data: 'AA==', mediaType: 'image/png' },
  ],
  [
    "the Python package's giga_id",
    { type: 'image_url', image_url: { giga_id: 'f-1', url: 'https://a.ru/b.png' } },
    { type: 'file', fileId: 'f-1' },
  ],
  [
    "the Python package's document_url",
    { type: 'document_url', document_url: { url: 'data:application/pdf;base64,AA==' } },
    { type: 'file', url: 'data:application/pdf;base64,AA==' },
  ],
  ['a cache marker', { type: 'cachePoint' }, undefined],
];

test.each(dialects)('%s', (_name, block, part) => {
  expect(toContentPart(block, 'content[0]')).toEqual(part);
});
