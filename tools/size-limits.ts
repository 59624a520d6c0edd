export type SizeLimit = {
  name: string;
  /** What a program imports, from the root of the project. What it then loads by `import()` is not counted. */
  imports: readonly string[];
  /** What its users have anyway: left out of the measure. */
  without: readonly string[];
  /** Of the bundle, minified and gzipped; 1 kB is 1000 bytes. */
  limitKilobytes: number;
};

const core = '@gigakit/core';
const client = "export { GigaChat } from './packages/core/src/index.ts'";

/**
 * What each entry may weigh. An adapter is measured on top of its framework and of core. The client loads its rooms by the
 * first call to them, so that what it takes to chat is measured beside what it takes to start.
 */
export const sizeLimits: readonly SizeLimit[] = [
  { name: core, imports: [client], without: ['undici'], limitKilobytes: 20 },
  {
    name: `${core} with what a first chat loads`,
    imports: [
      client,
      "export * from './packages/core/src/resources/chat.ts'",
      "export * from './packages/core/src/wire/v1/v1-dialect.ts'",
    ],
    without: ['undici'],
    limitKilobytes: 34,
  },
  {
    name: '@gigakit/langchain',
    imports: ["export * from './packages/langchain/src/index.ts'"],
    without: [core, '@langchain/core'],
    limitKilobytes: 15,
  },
  ...['index.ts', 'v4/index.ts', 'v3/index.ts', 'v2/index.ts', 'v1/index.ts'].map((entry) => ({
    name: `@gigakit/ai-sdk ${entry.replace(/\/?index\.ts$/, '') || 'v4 (default)'}`,
    imports: [`export * from './packages/ai-sdk/src/${entry}'`],
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
    imports: ["export * from './packages/openai-proxy/src/index.ts'"],
    // A server, installed rather than shipped to a page: its libraries are its own affair, its code should stay small.
    without: [core, 'hono', '@hono/node-server', '@redis/client', 'commander', 'pino', 'prom-client', 'zod'],
    limitKilobytes: 30,
  },
];
