import { readFileSync } from 'node:fs';
import { rolldown } from 'rolldown';
import { bundleEntries } from './bundle-entries.ts';

// Called in a package's folder by its `build` script, before the types are written beside it.
// A library is imported at the start of every process: read as a dozen files, it loads in a third of the time that a
// file a module takes. What `import()` brings stays in files of its own, and nothing is minified or renamed.
const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Parameters<typeof bundleEntries>[0];
const bundle = await rolldown({
  input: bundleEntries(manifest),
  // Dependencies, built-ins and the `#` imports, which the runtime chooses by its conditions.
  external: (id) => !/^[./]/.test(id),
  platform: 'neutral',
});
await bundle.write({
  dir: 'dist',
  cleanDir: true,
  format: 'esm',
  sourcemap: true,
  entryFileNames: '[name].js',
  chunkFileNames: 'chunks/[name].js',
});
await bundle.close();
