import { defineConfig } from 'vitest/config';

// Workspace packages are read from `src`, so that nothing needs to be built before a test. No `module`: Node knows
// no such condition, and some packages hide code behind it that only a bundler can load.
const conditions = ['@gigakit/source', 'node', 'import', 'default'];

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions, externalConditions: conditions } },
  test: {
    environment: 'node',
    testTimeout: 20_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'gigakit',
          include: ['{packages,apps,tools,benchmarks,examples,docs}/**/*.test.ts'],
          exclude: ['**/node_modules/**', '**/dist/**', '**/e2e/**'],
        },
      },
      // The same tests of the LangChain adapter, on the oldest @langchain/core it promises to work with.
      'packages/langchain/floor/vitest.config.ts',
    ],
    // Measured on demand: `vitest run --coverage`.
    coverage: { provider: 'v8', include: ['packages/*/src/**/*.ts'], exclude: ['**/*.test.ts'] },
  },
});
