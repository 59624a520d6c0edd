import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export type ExportTarget = string | { readonly [condition: string]: ExportTarget };

export type Manifest = {
  name: string;
  private?: boolean;
  files?: readonly string[];
  imports?: Readonly<Record<string, ExportTarget>>;
  exports?: Readonly<Record<string, ExportTarget>>;
  publishConfig?: { exports?: Readonly<Record<string, ExportTarget>>; access?: string };
  dependencies?: Readonly<Record<string, string>>;
  devDependencies?: Readonly<Record<string, string>>;
  peerDependencies?: Readonly<Record<string, string>>;
  optionalDependencies?: Readonly<Record<string, string>>;
};

export type WorkspacePackage = { folder: string; manifest: Manifest };

/** The packages of the workspace, with `folder` as a path from `root`: `packages/core`, `apps/demo`, `examples`. */
export function workspacePackages(root: string): WorkspacePackage[] {
  const nested = ['packages', 'apps'].flatMap((parent) =>
    existsSync(join(root, parent))
      ? readdirSync(join(root, parent))
          .toSorted()
          .map((name) => `${parent}/${name}`)
      : [],
  );
  return [...nested, 'benchmarks', 'examples']
    .filter((folder) => existsSync(join(root, folder, 'package.json')))
    .map((folder) => ({ folder, manifest: readManifest(join(root, folder, 'package.json')) }));
}

/** The packages that npm will carry. */
export function publishedPackages(root: string): WorkspacePackage[] {
  return workspacePackages(root).filter(({ manifest }) => manifest.private !== true);
}

/** Manifests are our own files and pnpm has parsed them before: their shape is taken as given. */
export function readManifest(file: string): Manifest {
  return JSON.parse(readFileSync(file, 'utf8')) as Manifest;
}
