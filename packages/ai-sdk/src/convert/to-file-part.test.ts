import { NoSuchProviderReferenceError, UnsupportedFunctionalityError } from '@ai-sdk/provider-v4';
import { describe, expect, it } from 'vitest';
import type { PromptPart } from './chat-call.ts';
import { toFilePart } from './to-file-part.ts';

const bytes = new Uint8Array([1, 2, 3]);
const url = new URL('https://example.org/cat.jpg');

describe('a file of any major', () => {
  it.each<[string, PromptPart, object]>([
    [
      'V1 image bytes',
      { type: 'image', image: bytes, mimeType: 'image/jpeg' },
      { data: bytes, mediaType: 'image/jpeg' },
    ],
    ['V1 image URL', { type: 'image', image: url }, { url }],
    [
      'V1 file',
      { type: 'file', data: 'AQID', mimeType: 'application/pdf' },
      { data: 'AQID', mediaType: 'application/pdf' },
    ],
    [
      'V2 and V3 bytes',
      { type: 'file', data: bytes, mediaType: 'image/png', filename: 'a.png' },
      { data: bytes, mediaType: 'image/png', filename: 'a.png' },
    ],
    [
      'a wildcard type, which says nothing',
      { type: 'file', data: bytes, mediaType: 'image/*' },
      { data: bytes },
    ],
    ['a bare type, which says nothing', { type: 'file', data: bytes, mediaType: 'image' }, { data: bytes }],
    [
      'a data URL as text',
      { type: 'file', data: 'data:image/png;base64,AQID', mediaType: 'image/png' },
      { url: 'data:image/png;base64,AQID', mediaType: 'image/png' },
    ],
    [
      'an address as text',
      { type: 'file', data: 'https://example.org/a', mediaType: 'image/png' },
      { url: 'https://example.org/a', mediaType: 'image/png' },
    ],
    [
      'V4 data',
      { type: 'file', data: { type: 'data', data: bytes }, mediaType: 'image/png' },
      { data: bytes, mediaType: 'image/png' },
    ],
    [
      'V4 URL',
      { type: 'file', data: { type: 'url', url }, mediaType: 'image/png' },
      { url, mediaType: 'image/png' },
    ],
    [
      'V4 text',
      { type: 'file', data: { type: 'text', text: 'да' }, mediaType: 'text' },
      { data: new TextEncoder().encode('да'), mediaType: 'text/plain' },
    ],
    [
      'V4 reference',
      { type: 'file', data: { type: 'reference', reference: { gigachat: 'f-1' } }, mediaType: 'image' },
      { fileId: 'f-1' },
    ],
    [
      'a picture GigaChat drew',
      {
        type: 'file',
        data: bytes,
        mediaType: 'image/jpeg',
        providerOptions: { gigachat: { fileId: 'f-2' } },
      },
      { fileId: 'f-2', mediaType: 'image/jpeg' },
    ],
  ])('is read from %s', (_name, part, file) => {
    expect(toFilePart(part, 'gigachat')).toEqual({ type: 'file', ...file });
  });

  it('goes under the name a renamed provider has', () => {
    const part = {
      type: 'file',
      data: { type: 'reference', reference: { mine: 'f-1' } },
      mediaType: 'image',
    };

    expect(toFilePart(part, 'mine')).toMatchObject({ fileId: 'f-1' });
    expect(() => toFilePart(part, 'other')).toThrow(NoSuchProviderReferenceError);
  });

  it.each<[string, PromptPart]>([
    ['a film', { type: 'file', data: bytes, mediaType: 'video/mp4' }],
    ['data of no known shape', { type: 'file', data: 7, mediaType: 'image/png' }],
    ['a tag of a later specification', { type: 'file', data: { type: 'hologram' }, mediaType: 'image/png' }],
  ])('is refused, by its type, when it is %s', (_name, part) => {
    expect(() => toFilePart(part, 'gigachat')).toThrow(UnsupportedFunctionalityError);
    expect(() => toFilePart(part, 'gigachat')).toThrow(part.mediaType);
  });
});
