import { expect, test } from 'vitest';
import { extensionOf, isPrecise, mediaTypeOfFilename, plainMediaType, wireMediaType } from './media-types.ts';

test.each([
  ['отчёт.PDF', 'application/pdf'],
  ['archive.tar.mp3', 'audio/mpeg'],
  ['photo.jpeg', 'image/jpeg'],
  ['README', undefined],
  ['x.unheardof', undefined],
  ['x.constructor', undefined],
])('%s promises %s', (filename, mediaType) => {
  expect(mediaTypeOfFilename(filename)).toBe(mediaType);
});

test.each([
  ['image/jpeg', '.jpg'],
  ['image/jpg', '.jpg'],
  ['Text/Plain; charset=utf-8', '.txt'],
  ['model/gltf-binary', '.glb'],
  ['application/x-unheard-of', '.bin'],
])('a file of %s ends in %s', (mediaType, extension) => {
  expect(extensionOf(mediaType)).toBe(extension);
});

test.each([
  ['image/JPG; q=0.9', 'image/jpeg'],
  ['audio/mp3', 'audio/mpeg'],
  ['text/plain', 'text/plain'],
  ['toString', 'tostring'],
])('%s is plainly %s', (mediaType, plain) => {
  expect(plainMediaType(mediaType)).toBe(plain);
});

test('uploads use the words of the API’s own list', () => {
  expect(wireMediaType('audio/mpeg')).toBe('audio/mp3');
  expect(wireMediaType('image/png')).toBe('image/png');
});

test.each([undefined, '', 'image', 'image/*', 'application/octet-stream', 'binary/octet-stream'])(
  '%s says nothing',
  (mediaType) => {
    expect(isPrecise(mediaType)).toBe(false);
  },
);

test('a real type says something', () => {
  expect(isPrecise('image/png')).toBe(true);
});
