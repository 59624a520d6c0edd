import { defineConfig } from 'vitest/config';

// Workspace packages are read from `src`, so that nothing needs to be built before a test. No `module`: Node knows
// no such condition, and some packages hide code behind it that only a bundler can load.
// `import` and `require` are added by whoever resolves: named here, `import` would reach calls of `require` as well.
const conditions = ['@gigakit/source', 'node'];

export default defineConfig({
  resolve: { conditions },
  // Node says `import` or `require` itself; told `import`, it would hand modules to what is required too.
  ssr: { resolve: { conditions, externalConditions: ['@gigakit/source', 'node'] } },
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
