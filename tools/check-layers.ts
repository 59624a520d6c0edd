import { readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join, posix } from 'node:path';
import { findCycles } from './find-cycles.ts';
import type { Room } from './layers.ts';
import { projectFiles } from './project-files.ts';
import { readImports } from './read-imports.ts';
import type { Import } from './read-imports.ts';
import { readManifest, workspacePackages } from './workspace-packages.ts';
import type { ExportTarget, Manifest, WorkspacePackage } from './workspace-packages.ts';

export type LayersReport = { violations: string[]; fileCount: number };

type House = {
  root: string;
  rooms: readonly Room[];
  packages: readonly WorkspacePackage[];
  rootManifest: Manifest;
};

/** The file that imports, with everything that decides what it may import. */
type Importer = { file: string; room: Room; owner: WorkspacePackage; isTest: boolean };

/** Holds every import of the workspace against the table. A violation is a sentence that names both rooms and the rule. */
export function checkLayers(root: string, rooms: readonly Room[]): LayersReport {
  const house: House = {
    root,
    rooms,
    packages: workspacePackages(root),
    rootManifest: readManifest(join(root, 'package.json')),
  };
  const files = projectFiles(root, ['packages', 'apps', 'examples', 'benchmarks', 'tools']).filter((file) =>
    /\.(?:[cm]?ts|tsx|mjs|js)$/.test(file),
  );
  const violations: string[] = [];
  const edges = new Map<string, string[]>();

  for (const file of files) {
    const room = roomOf(file, rooms);
    if (room === undefined) {
      violations.push(`${file} is in no room: give its folder a row in tools/layers.ts.`);
      continue;
    }
    const importer: Importer = { file, room, owner: ownerOf(file, house), isTest: isTest(file) };
    const imports = readImports(file, readFileSync(join(root, file), 'utf8'));
    for (const one of imports) {
      const problem = problemWith(one, importer, house);
      if (problem !== undefined) violations.push(`${file}:${one.line} ${problem}`);
    }
    const lasting = imports.filter(({ isTypeOnly }) => !isTypeOnly);
    edges.set(
      file,
      lasting.flatMap(({ specifier }) => filesBehind(specifier, importer)),
    );
  }
  violations.push(...strayFolders(files, rooms));
  for (const cycle of findCycles(edges)) {
    violations.push(`${cycle.join(' -> ')} is a circle: modules that need each other cannot be read alone.`);
  }
  return { violations, fileCount: files.length };
}

function problemWith(one: Import, importer: Importer, house: House): string | undefined {
  const { specifier } = one;
  if (specifier.startsWith('.')) return problemWithPath(one, importer, house);
  if (specifier.startsWith('#')) {
    if (importer.owner.manifest.imports?.[specifier] !== undefined) return undefined;
    return `imports "${specifier}", which the "imports" of ${importer.owner.folder}/package.json do not name.`;
  }
  if (isBuiltin(specifier)) return undefined;
  const name = packageNameOf(specifier);
  const target = house.packages.find(({ manifest }) => manifest.name === name);
  return (
    (target === undefined ? undefined : problemWithPackage(one, importer, target)) ??
    problemWithDependency(name, importer, house)
  );
}

function problemWithPath(one: Import, importer: Importer, house: House): string | undefined {
  const target = posix.join(posix.dirname(importer.file), one.specifier);
  if (!target.startsWith(`${importer.owner.folder}/`)) {
    const owner = ownerOf(target, house);
    return `reaches by path from ${importer.owner.folder} into ${owner.folder} ("${one.specifier}"): a package is imported by its name, through an entry it exports.`;
  }
  const room = roomOf(target, house.rooms);
  if (room === undefined || room === importer.room || importer.isTest) return undefined;
  return problemWithRoom(room.name, one, importer);
}

function problemWithPackage(one: Import, importer: Importer, target: WorkspacePackage): string | undefined {
  const { name, exports = {} } = target.manifest;
  if (importer.owner === target) {
    return importer.isTest
      ? undefined
      : `imports its own package by name ("${one.specifier}"): use a relative path.`;
  }
  const entry = `.${one.specifier.slice(name.length)}`;
  if (exports[entry] === undefined) {
    return `imports "${one.specifier}", which is not a public entry of ${name}; those are ${Object.keys(exports).join(', ')}.`;
  }
  return problemWithRoom(one.specifier, one, importer);
}

/** `target` is a room of the same package, or the specifier of another package's entry. */
function problemWithRoom(
  target: string,
  one: Import,
  { room, isTest: fromTest }: Importer,
): string | undefined {
  const allowed = [...room.mayImport, ...(fromTest ? (room.testsMayImport ?? []) : [])];
  const covers = (name: string) => target === name || (name.startsWith('@') && target.startsWith(`${name}/`));
  if (allowed.some(covers)) return undefined;
  const allowedTypes = room.mayImportTypes ?? [];
  if (allowedTypes.some(covers)) {
    if (one.isTypeOnly) return undefined;
    return `${room.name} imports ${target} ("${one.specifier}"), and may import only types from there: write "import type".`;
  }
  const rule =
    [...allowed, ...allowedTypes.map((name) => `types of ${name}`)].join(', ') || 'nothing of ours';
  return `${room.name} imports ${target} ("${one.specifier}"), but ${room.name} may import: ${rule}.`;
}

function problemWithDependency(name: string, importer: Importer, house: House): string | undefined {
  const { manifest, folder } = importer.owner;
  const shipped = [manifest.dependencies, manifest.peerDependencies, manifest.optionalDependencies];
  if (shipped.some((table) => table?.[name] !== undefined) || name === manifest.name) return undefined;
  const isDevelopment = manifest.private === true || importer.isTest || !importer.file.includes('/src/');
  const forDevelopment = [manifest.devDependencies, house.rootManifest.devDependencies];
  const isDeclared = forDevelopment.some((table) => table?.[name] !== undefined);
  if (isDeclared && isDevelopment) return undefined;
  return isDeclared
    ? `imports "${name}", which is only a development dependency of ${folder}: what is published needs it under "dependencies" or "peerDependencies".`
    : `imports "${name}", which ${folder}/package.json does not declare.`;
}

/** A folder that no row names would quietly share its neighbours' rule. */
function strayFolders(files: readonly string[], rooms: readonly Room[]): string[] {
  const folders = new Set(
    files.flatMap((file) => file.match(/^packages\/core\/src\/[^/]+(?=\/)/)?.[0] ?? []),
  );
  return [...folders]
    .filter((folder) => !rooms.some(({ covers }) => covers.includes(folder)))
    .map((folder) => `${folder} is in no room: give it a row in tools/layers.ts.`);
}

function roomOf(file: string, rooms: readonly Room[]): Room | undefined {
  const covering = rooms.flatMap((room) =>
    room.covers
      .filter((path) => file === path || file.startsWith(`${path}/`))
      .map((path) => ({ room, length: path.length })),
  );
  return covering.toSorted((a, b) => b.length - a.length)[0]?.room;
}

/** The workspace package a file lies in; `tools` and what else lies at the root belongs to the root's manifest. */
function ownerOf(file: string, { packages, rootManifest }: House): WorkspacePackage {
  const owner = packages.find(({ folder }) => file.startsWith(`${folder}/`));
  if (owner !== undefined) return owner;
  const folder = file.match(/^(?:(?:packages|apps)\/)?[^/]+(?=\/)/)?.[0] ?? '.';
  return { folder, manifest: { ...rootManifest, private: true } };
}

function isTest(file: string): boolean {
  return /\.(?:test|test-d|spec|bench)\.tsx?$|\/(?:test|e2e|__fixtures__)\//.test(file);
}

/** The files of our own that a specifier leads to, for the search for circles. */
function filesBehind(specifier: string, { file, owner }: Importer): string[] {
  if (specifier.startsWith('.')) return [posix.join(posix.dirname(file), specifier)];
  const target = owner.manifest.imports?.[specifier];
  return target === undefined ? [] : sourcesOf(target).map((path) => posix.join(owner.folder, path));
}

function sourcesOf(target: ExportTarget): string[] {
  if (typeof target === 'string') return /\.tsx?$/.test(target) ? [target] : [];
  return [...new Set(Object.values(target).flatMap((inner) => sourcesOf(inner)))];
}

function packageNameOf(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}
