import { fileURLToPath } from 'node:url';
import { defineProject } from 'vitest/config';

// The oldest @langchain/core of the peer range, in place of the newest that the workspace has installed.
// Left out is what needs packages that ask for a newer core themselves: agents, graphs, vector stores.
const conditions = ['@gigakit/source', 'node', 'import', 'default'];

export default defineProject({
  resolve: {
    conditions,
    alias: [{ find: /^@langchain\/core(?=\/)/, replacement: '@langchain/core-floor' }],
  },
  ssr: { resolve: { conditions, externalConditions: conditions } },
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    name: 'langchain-core-floor',
    include: ['{src,test}/**/*.test.ts'],
    exclude: ['test/agents.standard.test.ts', 'test/runnables.standard.test.ts'],
    env: { LANGCHAIN_CORE_RANGE: 'floor' },
    environment: 'node',
    testTimeout: 20_000,
  },
});
