import { expect, test } from 'vitest';
import { resolvePointer } from './resolve-pointer.ts';

const root = {
  properties: {
    'a/b': { type: 'string' },
    имя: { type: 'number' },
    list: { anyOf: [{ type: 'null' }, { type: 'boolean' }] },
  },
  $defs: { Named: { $anchor: 'named', type: 'integer' }, Old: { $id: '#old', type: 'array' } },
};

test.each([
  ['#', root],
  ['#/properties/a~1b', { type: 'string' }],
  ['#/properties/%D0%B8%D0%BC%D1%8F', { type: 'number' }],
  ['#/properties/list/anyOf/1', { type: 'boolean' }],
  ['#named', root.$defs.Named],
  ['#old', root.$defs.Old],
  ['#nobody', undefined],
  ['#/$defs/Nobody', undefined],
  ['#/$defs/Named/type/0', undefined],
  ['#/%', undefined],
  ['#/toString', undefined],
  ['other.json#/a', undefined],
])('%s', (reference, expected) => {
  expect(resolvePointer(root, reference)).toEqual(expected);
});
