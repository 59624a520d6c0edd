import { defineConfig } from 'vitest/config';

// Workspace packages are read from `src`, so that nothing needs to be built before a test.
const conditions = ['@gigakit/source', 'node', 'import', 'module', 'default'];

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions, externalConditions: conditions } },
  test: {
    include: ['{packages,apps,tools,benchmarks,examples,docs}/**/*.test.ts'],
    exclude: ['**/node_modules/**', '**/dist/**'],
    environment: 'node',
    testTimeout: 20_000,
  },
});
