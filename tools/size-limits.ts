export type SizeLimit = {
  name: string;
  entry: string;
  /** What its users have anyway: left out of the measure. */
  without: readonly string[];
  /** Of the bundle, minified and gzipped; 1 kB is 1000 bytes. */
  limitKilobytes: number;
};

const core = '@gigakit/core';

/** What each entry may weigh. An adapter is measured on top of its framework and of core. */
export const sizeLimits: readonly SizeLimit[] = [
  { name: core, entry: 'packages/core/src/index.ts', without: ['undici'], limitKilobytes: 20 },
  {
    name: '@gigakit/langchain',
    entry: 'packages/langchain/src/index.ts',
    without: [core, '@langchain/core'],
    limitKilobytes: 15,
  },
  ...['index.ts', 'v4/index.ts', 'v3/index.ts', 'v2/index.ts', 'v1/index.ts'].map((entry) => ({
    name: `@gigakit/ai-sdk ${entry.replace(/\/?index\.ts$/, '') || 'v4 (default)'}`,
    entry: `packages/ai-sdk/src/${entry}`,
    without: [
      core,
      '@ai-sdk/provider-v1',
      '@ai-sdk/provider-v2',
      '@ai-sdk/provider-v3',
      '@ai-sdk/provider-v4',
    ],
    limitKilobytes: 15,
  })),
  {
    name: '@gigakit/openai-proxy',
    entry: 'packages/openai-proxy/src/index.ts',
    without: [core, 'hono', '@hono/node-server'],
    limitKilobytes: 15,
  },
];
