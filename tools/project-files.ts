import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const skipped = new Set(['node_modules', 'dist', 'dist-web', 'coverage']);

/** Every file under the given folders, as paths from `root` with `/`; built, installed and hidden folders are left out. */
export function projectFiles(root: string, folders: readonly string[]): string[] {
  return folders.flatMap((folder) => (existsSync(join(root, folder)) ? filesUnder(root, folder) : []));
}

function filesUnder(root: string, folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === '.' ? entry.name : `${folder}/${entry.name}`;
    if (entry.name.startsWith('.') || skipped.has(entry.name)) return [];
    if (entry.isDirectory()) return filesUnder(root, path);
    return entry.isFile() ? [path] : [];
  });
}
