import { dirname } from 'node:path';
import { describe, expect, test } from 'vitest';
import { publishedPackages } from './workspace-packages.ts';
import type { ExportTarget } from './workspace-packages.ts';

const root = dirname(import.meta.dirname);

/** The same table as a user of the published package sees it. */
function withoutSource(target: ExportTarget): ExportTarget {
  if (typeof target === 'string') return target;
  const conditions = Object.entries(target).filter(([condition]) => condition !== '@gigakit/source');
  return Object.fromEntries(conditions.map(([condition, inner]) => [condition, withoutSource(inner)]));
}

/** `./src/v3/index.ts` -> what is compiled from it; the types stand first because TypeScript takes the first match. */
function conditionsFor(source: ExportTarget | undefined): [string, string][] {
  if (typeof source !== 'string') throw new TypeError('an entry without "@gigakit/source"');
  const built = source.replace('./src/', './dist/').replace(/\.ts$/, '');
  return [
    ['@gigakit/source', source],
    ['types', `${built}.d.ts`],
    ['default', `${built}.js`],
  ];
}

describe.each(publishedPackages(root))('$folder', ({ manifest }) => {
  const { exports = {}, publishConfig = {} } = manifest;

  test('publishes the entries it has in the workspace, without the way to the sources', () => {
    const expected = Object.entries(exports).map(([entry, target]) => [entry, withoutSource(target)]);
    expect(publishConfig.exports).toEqual(Object.fromEntries(expected));
  });

  test('has for every entry a source, then its types, then its program', () => {
    const targets = Object.values(exports).filter((target) => typeof target === 'object');
    expect(targets.map((target) => Object.entries(target))).toEqual(
      targets.map((target) => conditionsFor(target['@gigakit/source'])),
    );
  });

  test('is public, and ships no tests and no fixtures', () => {
    expect(publishConfig.access).toBe('public');
    expect(manifest.files).toEqual(
      expect.arrayContaining(['!src/**/*.test.ts', '!src/**/*.test-d.ts', '!src/**/__fixtures__']),
    );
  });
});
