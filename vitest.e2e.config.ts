import { defineConfig, mergeConfig } from 'vitest/config';
import base from './vitest.config.ts';

const { projects: _projects, ...shared } = base.test ?? {};

// The browser tests; `npm test` names the Chromium to drive in CHROMIUM_PATH.
export default mergeConfig(
  { ...base, test: { ...shared, include: [], exclude: [] } },
  defineConfig({
    test: {
      include: ['apps/*/e2e/**/*.{test,spec}.ts'],
      exclude: ['**/node_modules/**'],
      testTimeout: 60_000,
      hookTimeout: 60_000,
      // One browser at a time: two would compete for the same cores and measure each other.
      fileParallelism: false,
    },
  }),
);
