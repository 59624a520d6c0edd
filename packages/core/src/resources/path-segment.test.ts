import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { pathSegment } from './path-segment.ts';

test.each([
  '',
  '   ',
  '.',
  '..',
  '../models',
  'a/b',
  '/',
  'a\\b',
  '..\\models',
  '%2e%2e',
  '%2E%2E',
  '..%2fmodels',
  'a%2Fb',
  'a%5Cb',
  'a\nb',
  'a\u0000b',
  'a%00b',
  '\ud800',
])('refuses %j as an id', (id) => {
  expect(() => pathSegment(id, 'id')).toThrow(/id/);
});

test('names the field it refuses', () => {
  const refused = () => pathSegment('../balance', 'fileId');
  expect(refused).toThrow(expect.objectContaining({ kind: 'invalid-request', field: 'fileId' }));
});

test.each([
  ['b28fbd4f-0a7b-4b2d-8f6e-3f0c6f1f7d11', 'b28fbd4f-0a7b-4b2d-8f6e-3f0c6f1f7d11'],
  ['GigaChat:latest', 'GigaChat%3Alatest'],
  ['файл 1?x#y', '%D1%84%D0%B0%D0%B9%D0%BB%201%3Fx%23y'],
  ['100%', '100%25'],
  ['...', '...'],
])('encodes %j', (id, segment) => {
  expect(pathSegment(id, 'id')).toBe(segment);
});

// Halves of surrogate pairs are among them, and what paths are made of comes often.
const unit = fc.oneof(
  fc.constantFrom('.', '/', '\\', '%', '2e', '2f', '?', '#', 'я'),
  fc.nat(0xffff).map((code) => String.fromCharCode(code)),
);

test('whatever it lets through stays one segment of the path it is put into', () => {
  fc.assert(
    fc.property(
      fc.array(unit, { maxLength: 12 }).map((letters) => letters.join('')),
      (id) => {
        let segment: string;
        try {
          segment = pathSegment(id, 'id');
        } catch {
          return;
        }
        const { pathname, search, hash } = new URL(`https://host/v1/files/${segment}/content`);
        const parts = pathname.split('/');
        expect(parts).toHaveLength(5);
        expect(decodeURIComponent(parts[3] ?? '')).toBe(id);
        expect(search + hash).toBe('');
      },
    ),
  );
});
