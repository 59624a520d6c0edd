/** Entry name (its path in `dist` without `.js`) to its source, both as the manifest writes them. */
export type BundleEntries = Record<string, string>;

/**
 * What a manifest points at, under "exports" and "imports" alike: wherever `@gigakit/source` names a source, `default`
 * beside it names what is built from it.
 */
export function bundleEntries(manifest: {
  readonly exports?: unknown;
  readonly imports?: unknown;
}): BundleEntries {
  const entries: BundleEntries = {};
  const read = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    const { '@gigakit/source': source, default: built } = value as Readonly<Record<string, unknown>>;
    if (typeof source === 'string' && typeof built === 'string') {
      entries[built.replace(/^\.\/dist\//, '').replace(/\.js$/, '')] = source;
    }
    for (const inner of Object.values(value)) read(inner);
  };
  read(manifest.exports);
  read(manifest.imports);
  return entries;
}
