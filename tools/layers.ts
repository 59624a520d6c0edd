/**
 * A room of the house: a folder, or a few files, whose imports follow one rule.
 * A file belongs to the room with the longest path that covers it.
 */
export type Room = {
  name: string;
  /** Folders and files, from the root of the repository. */
  covers: readonly string[];
  /** Rooms of the same package by name, other packages by the entry that is imported (`@gigakit/core` allows every entry of it). */
  mayImport: readonly string[];
  /** As `mayImport`, for `import type` alone. */
  mayImportTypes?: readonly string[];
  /** What its tests may import beside that; within their own package, tests may import every room. */
  testsMayImport?: readonly string[];
};

const core = 'packages/core/src';
const everyPackage = [
  '@gigakit/core',
  '@gigakit/langchain',
  '@gigakit/ai-sdk',
  '@gigakit/openai-proxy',
  '@gigakit/emulator',
  '@gigakit/cli',
];

/** Which way imports point: down this table inside core, and from every other package to core's public entries. */
export const rooms: readonly Room[] = [
  { name: 'core/turn', covers: [`${core}/turn`], mayImport: [] },
  { name: 'core/errors', covers: [`${core}/errors`], mayImport: [] },
  {
    name: 'core/settings',
    covers: [`${core}/settings.ts`, `${core}/resolved-settings.ts`, `${core}/call-options.ts`],
    mayImport: [],
    mayImportTypes: ['core/turn'],
  },
  {
    // What is known of the models by name.
    name: 'core/models',
    covers: [`${core}/models`],
    mayImport: [],
    mayImportTypes: ['core/turn'],
  },
  { name: 'core/sse', covers: [`${core}/sse`], mayImport: ['core/errors'] },
  {
    name: 'core/transport',
    covers: [`${core}/transport`],
    mayImport: ['core/errors'],
    mayImportTypes: ['core/settings'],
  },
  {
    name: 'core/auth',
    covers: [`${core}/auth`],
    mayImport: ['core/transport', 'core/errors'],
    mayImportTypes: ['core/settings'],
  },
  {
    name: 'core/wire',
    covers: [`${core}/wire`],
    mayImport: ['core/turn', 'core/errors'],
    mayImportTypes: ['core/sse'],
  },
  {
    // The public entry "./wire" also gives the proxy and the emulator what frames are made of.
    name: 'core/wire entry',
    covers: [`${core}/wire/index.ts`],
    mayImport: ['core/wire', 'core/sse'],
  },
  {
    name: 'core/attachments',
    covers: [`${core}/attachments`],
    mayImport: ['core/turn', 'core/errors', 'core/models'],
    mayImportTypes: ['core/settings'],
  },
  {
    name: 'core/resources',
    covers: [`${core}/resources`],
    mayImport: [
      'core/turn',
      'core/errors',
      'core/settings',
      'core/models',
      'core/sse',
      'core/transport',
      'core/auth',
      'core/wire',
      'core/attachments',
    ],
  },
  {
    // The only code that needs Node. Nothing in core imports it: package.json's conditional imports lead here.
    name: 'core/node',
    covers: [`${core}/node`],
    mayImport: ['core/transport', 'core/errors', 'core/attachments'],
    mayImportTypes: ['core/settings', 'core/resources'],
  },
  {
    // The public entry "./node" also gives tools what settings come to.
    name: 'core/node entry',
    covers: [`${core}/node/index.ts`],
    mayImport: ['core/node', 'core'],
    mayImportTypes: ['core/settings'],
  },
  {
    // The files that put the rooms together: index.ts, gigachat.ts, and how settings are resolved.
    name: 'core',
    covers: ['packages/core'],
    mayImport: [
      'core/turn',
      'core/errors',
      'core/settings',
      'core/models',
      'core/sse',
      'core/transport',
      'core/auth',
      'core/wire',
      'core/wire entry',
      'core/attachments',
      'core/resources',
    ],
  },
  {
    name: 'langchain',
    covers: ['packages/langchain'],
    mayImport: ['@gigakit/core'],
    testsMayImport: ['@gigakit/emulator'],
  },
  {
    name: 'ai-sdk',
    covers: ['packages/ai-sdk'],
    mayImport: ['@gigakit/core'],
    testsMayImport: ['@gigakit/emulator'],
  },
  {
    name: 'openai-proxy',
    covers: ['packages/openai-proxy'],
    mayImport: ['@gigakit/core'],
    testsMayImport: ['@gigakit/emulator'],
  },
  {
    name: 'cli',
    covers: ['packages/cli'],
    mayImport: ['@gigakit/core'],
    testsMayImport: ['@gigakit/emulator'],
  },
  {
    // It must not make the client's mistakes, so it shares none of the client's code; its tests hold the two against each other.
    name: 'emulator',
    covers: ['packages/emulator'],
    mayImport: [],
    mayImportTypes: ['@gigakit/core/wire', '@gigakit/core/turn'],
    testsMayImport: ['@gigakit/core'],
  },
  { name: 'demo', covers: ['apps/demo'], mayImport: everyPackage },
  { name: 'examples', covers: ['examples'], mayImport: everyPackage },
  { name: 'benchmarks', covers: ['benchmarks'], mayImport: everyPackage },
  { name: 'tools', covers: ['tools'], mayImport: ['@gigakit/emulator'] },
];
