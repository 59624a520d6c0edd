import { expect, test } from 'vitest';
import { bundleEntries } from './bundle-entries.ts';

test('every path of "exports" is an entry, named as the file it is built to', () => {
  const exports = {
    '.': { '@gigakit/source': './src/index.ts', types: './dist/index.d.ts', default: './dist/index.js' },
    './node': { '@gigakit/source': './src/node/index.ts', default: './dist/node/index.js' },
    './package.json': './package.json',
  };
  expect(bundleEntries({ exports })).toEqual({
    index: './src/index.ts',
    'node/index': './src/node/index.ts',
  });
});

test('an import that the runtime chooses by its conditions is an entry for each of its files', () => {
  const fetchEngine = { '@gigakit/source': './src/fetch-engine.ts', default: './dist/fetch-engine.js' };
  const imports = {
    '#engine': {
      workerd: fetchEngine,
      node: { '@gigakit/source': './src/node/engine.ts', default: './dist/node/engine.js' },
      default: fetchEngine,
    },
  };
  expect(bundleEntries({ imports })).toEqual({
    'fetch-engine': './src/fetch-engine.ts',
    'node/engine': './src/node/engine.ts',
  });
});
