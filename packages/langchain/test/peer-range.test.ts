import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { ChatGigaChat } from '../src/index.ts';
import { packageVersion } from '../src/version.ts';

interface Manifest {
  readonly version: string;
  readonly peerDependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}

const read = (file: string | URL): Manifest => JSON.parse(readFileSync(file, 'utf8')) as Manifest;
const manifest = read(new URL('../package.json', import.meta.url));
const require = createRequire(import.meta.url);
const floor = read(require.resolve('@langchain/core-floor/package.json')).version;
const newest = read(require.resolve('@langchain/core/package.json')).version;

/** The core these tests run on says its version in the metadata of every model. */
const running = new ChatGigaChat().metadata?.['versions'] as Record<string, string> | undefined;

test('the floor of the peer range is what the floor run has installed', () => {
  expect(manifest.peerDependencies['@langchain/core']).toBe(`^${floor}`);
});

test('this run is on the core it says it is on', () => {
  const isFloor = process.env['LANGCHAIN_CORE_RANGE'] === 'floor';
  expect(running?.['@langchain/core']).toBe(isFloor ? floor : newest);
});

test('the version named in traces is the version of the package', () => {
  expect(packageVersion).toBe(manifest.version);
});
