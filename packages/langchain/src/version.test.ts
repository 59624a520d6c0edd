import { expect, test } from 'vitest';
import packageJson from '../package.json' with { type: 'json' };
import { packageVersion } from './version.ts';

test('traces name the version that is published', () => {
  expect(packageVersion).toBe(packageJson.version);
});
