import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished, describe, expect, test } from 'vitest';
import { checkLayers } from './check-layers.ts';
import type { Room } from './layers.ts';

const rooms: readonly Room[] = [
  { name: 'core/turn', covers: ['packages/core/src/turn'], mayImport: [] },
  {
    name: 'core/wire',
    covers: ['packages/core/src/wire'],
    mayImport: ['core/turn'],
    mayImportTypes: ['core/sse'],
  },
  { name: 'core/sse', covers: ['packages/core/src/sse'], mayImport: [] },
  { name: 'core', covers: ['packages/core'], mayImport: ['core/turn', 'core/wire', 'core/sse'] },
  {
    name: 'langchain',
    covers: ['packages/langchain'],
    mayImport: ['@gigakit/core'],
    testsMayImport: ['@gigakit/emulator'],
  },
  { name: 'ai-sdk', covers: ['packages/ai-sdk'], mayImport: ['@gigakit/core'] },
  { name: 'emulator', covers: ['packages/emulator'], mayImport: [], mayImportTypes: ['@gigakit/core/wire'] },
];

const manifests = {
  'package.json': { name: 'root', devDependencies: { vitest: '1.0.0' } },
  'packages/core/package.json': {
    name: '@gigakit/core',
    imports: { '#engine': { node: './src/turn/engine.ts', default: './dist/turn/engine.js' } },
    exports: { '.': './src/index.ts', './wire': './src/wire/index.ts' },
    dependencies: { undici: '8.0.0' },
  },
  'packages/langchain/package.json': {
    name: '@gigakit/langchain',
    exports: { '.': './src/index.ts' },
    dependencies: { '@gigakit/core': 'workspace:*', '@gigakit/ai-sdk': 'workspace:*' },
    devDependencies: { '@gigakit/emulator': 'workspace:*', zod: '4.0.0' },
  },
  'packages/ai-sdk/package.json': { name: '@gigakit/ai-sdk', exports: { '.': './src/index.ts' } },
  'packages/emulator/package.json': {
    name: '@gigakit/emulator',
    exports: { '.': './src/index.ts' },
    dependencies: { '@gigakit/core': 'workspace:*' },
  },
};

/** Checks a house with these files in it, on disk in a folder of its own. */
function violationsOf(files: Readonly<Record<string, string>>): string[] {
  const root = mkdtempSync(join(tmpdir(), 'gigakit-layers-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  const manifestTexts = Object.entries(manifests).map(
    ([path, manifest]) => [path, JSON.stringify(manifest)] as const,
  );
  for (const [path, text] of [...manifestTexts, ...Object.entries(files)]) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return checkLayers(root, rooms).violations;
}

describe('what the table allows', () => {
  test('an import that goes down, a public entry, a declared dependency and a Node module', () => {
    expect(
      violationsOf({
        'packages/core/src/index.ts': `export { a } from './wire/a.ts';`,
        'packages/core/src/wire/a.ts': `import { readFileSync } from 'node:fs'; import { b } from '../turn/b.ts'; import 'undici';`,
        'packages/core/src/turn/b.ts': `export const b = 1;`,
        'packages/langchain/src/index.ts': `import { a } from '@gigakit/core/wire'; import { c } from '@gigakit/core';`,
      }),
    ).toEqual([]);
  });

  test('a test that looks into every room of its package and uses what is there for development', () => {
    expect(
      violationsOf({
        'packages/core/src/turn/b.test.ts': `import { test } from 'vitest'; import '../wire/a.ts';`,
        'packages/langchain/src/a.test.ts': `import { z } from 'zod'; import '@gigakit/emulator';`,
      }),
    ).toEqual([]);
  });

  test('types from a room that gives nothing else', () => {
    expect(
      violationsOf({
        'packages/core/src/wire/a.ts': `import type { SseMessage } from '../sse/sse-message.ts';`,
        'packages/emulator/src/a.ts': `import type { V1Request } from '@gigakit/core/wire';`,
      }),
    ).toEqual([]);
  });
});

describe.each<[string, string, string, string]>([
  [
    'an uphill import',
    'packages/core/src/turn/b.ts',
    `\nimport { a } from '../wire/a.ts';`,
    'packages/core/src/turn/b.ts:2 core/turn imports core/wire ("../wire/a.ts"), but core/turn may import: nothing of ours.',
  ],
  [
    'an uphill import of a type',
    'packages/core/src/turn/b.ts',
    `import type { A } from '../wire/a.ts';`,
    'packages/core/src/turn/b.ts:1 core/turn imports core/wire ("../wire/a.ts"), but core/turn may import: nothing of ours.',
  ],
  [
    'an uphill re-export',
    'packages/core/src/turn/b.ts',
    `export * from '../wire/a.ts';`,
    'packages/core/src/turn/b.ts:1 core/turn imports core/wire ("../wire/a.ts"), but core/turn may import: nothing of ours.',
  ],
  [
    'an uphill import made while the program runs',
    'packages/core/src/turn/b.ts',
    `await import('../wire/a.ts');`,
    'packages/core/src/turn/b.ts:1 core/turn imports core/wire ("../wire/a.ts"), but core/turn may import: nothing of ours.',
  ],
  [
    'more than types from a room that gives only types',
    'packages/core/src/wire/a.ts',
    `import { decodeSse } from '../sse/decode-sse.ts';`,
    'packages/core/src/wire/a.ts:1 core/wire imports core/sse ("../sse/decode-sse.ts"), and may import only types from there: write "import type".',
  ],
  [
    'an adapter that imports another',
    'packages/langchain/src/a.ts',
    `import { gigachat } from '@gigakit/ai-sdk';`,
    'packages/langchain/src/a.ts:1 langchain imports @gigakit/ai-sdk ("@gigakit/ai-sdk"), but langchain may import: @gigakit/core.',
  ],
  [
    'the client inside the emulator',
    'packages/emulator/src/a.ts',
    `import { GigaChat } from '@gigakit/core';`,
    'packages/emulator/src/a.ts:1 emulator imports @gigakit/core ("@gigakit/core"), but emulator may import: types of @gigakit/core/wire.',
  ],
  [
    'a way into the files of another package',
    'packages/langchain/src/a.ts',
    `import { b } from '../../core/src/turn/b.ts';`,
    'packages/langchain/src/a.ts:1 reaches by path from packages/langchain into packages/core ("../../core/src/turn/b.ts"): a package is imported by its name, through an entry it exports.',
  ],
  [
    'an entry that is not public',
    'packages/langchain/src/a.ts',
    `import { b } from '@gigakit/core/src/turn/b.ts';`,
    'packages/langchain/src/a.ts:1 imports "@gigakit/core/src/turn/b.ts", which is not a public entry of @gigakit/core; those are ., ./wire.',
  ],
  [
    'a dependency that is not declared',
    'packages/core/src/wire/a.ts',
    `import x from 'left-pad/lib';`,
    'packages/core/src/wire/a.ts:1 imports "left-pad", which packages/core/package.json does not declare.',
  ],
  [
    'a development dependency in published code',
    'packages/langchain/src/a.ts',
    `import { z } from 'zod';`,
    'packages/langchain/src/a.ts:1 imports "zod", which is only a development dependency of packages/langchain: what is published needs it under "dependencies" or "peerDependencies".',
  ],
  [
    'a private import that the manifest does not name',
    'packages/core/src/wire/a.ts',
    `import '#motor';`,
    'packages/core/src/wire/a.ts:1 imports "#motor", which the "imports" of packages/core/package.json do not name.',
  ],
  [
    'a folder without a row',
    'packages/core/src/misc/a.ts',
    '',
    'packages/core/src/misc is in no room: give it a row in tools/layers.ts.',
  ],
  [
    'a package without a row',
    'packages/vector/src/a.ts',
    '',
    'packages/vector/src/a.ts is in no room: give its folder a row in tools/layers.ts.',
  ],
])('what it refuses: %s', (_, file, source, sentence) => {
  test('in a sentence that says where and why', () => {
    expect(violationsOf({ [file]: source })).toEqual([sentence]);
  });
});

describe('circles', () => {
  test('are refused, also when they close through a private import', () => {
    expect(
      violationsOf({
        'packages/core/src/turn/a.ts': `import './b.ts';`,
        'packages/core/src/turn/b.ts': `import './a.ts';`,
        'packages/core/src/turn/engine.ts': `import './c.ts';`,
        'packages/core/src/turn/c.ts': `import '#engine';`,
      }),
    ).toEqual([
      'packages/core/src/turn/a.ts -> packages/core/src/turn/b.ts -> packages/core/src/turn/a.ts is a circle: modules that need each other cannot be read alone.',
      'packages/core/src/turn/c.ts -> packages/core/src/turn/engine.ts -> packages/core/src/turn/c.ts is a circle: modules that need each other cannot be read alone.',
    ]);
  });

  test('of types alone are no circle when the program runs', () => {
    expect(
      violationsOf({
        'packages/core/src/turn/a.ts': `import type { B } from './b.ts';`,
        'packages/core/src/turn/b.ts': `import './a.ts';`,
      }),
    ).toEqual([]);
  });
});
