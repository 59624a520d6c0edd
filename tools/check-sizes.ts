import { isBuiltin } from 'node:module';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'rolldown';
import { sizeLimits } from './size-limits.ts';
import type { SizeLimit } from './size-limits.ts';
import { outcomeOf, passed } from './step.ts';
import type { StepOutcome } from './step.ts';

/** Bundles every program of tools/size-limits.ts and holds what is loaded with it against its limit. */
export async function checkSizes(root: string): Promise<StepOutcome> {
  const problems: string[] = [];
  const lines: string[] = [];
  for (const limit of sizeLimits) {
    try {
      const kilobytes = await bundledKilobytes(root, limit);
      const line = `${limit.name} ${kilobytes.toFixed(1)} kB of ${limit.limitKilobytes}`;
      lines.push(line);
      if (kilobytes > limit.limitKilobytes) problems.push(`${line}: over its limit.`);
    } catch (error) {
      problems.push(
        `${limit.name} cannot be bundled: ${error instanceof Error ? error.message : String(error)}`,
      );
    }
  }
  return problems.length === 0
    ? passed(lines.join(', '))
    : outcomeOf(problems, `${sizeLimits.length} entries`);
}

const program = 'virtual:program';

async function bundledKilobytes(root: string, { imports, without }: SizeLimit): Promise<number> {
  const { output } = await build({
    cwd: root,
    input: program,
    plugins: [
      {
        name: 'program',
        resolveId: (id, importer) => {
          if (id === program) return id;
          return importer === program ? join(root, id) : undefined;
        },
        load: (id) => (id === program ? imports.join('\n') : undefined),
      },
    ],
    external: (id) => isBuiltin(id) || without.some((name) => id === name || id.startsWith(`${name}/`)),
    platform: 'node',
    resolve: { conditionNames: ['@gigakit/source', 'node', 'import', 'default'] },
    output: { format: 'esm', minify: true },
    logLevel: 'silent',
    write: false,
  });
  const chunks = output.filter((chunk) => chunk.type === 'chunk');
  const loaded = new Set(chunks.filter((chunk) => chunk.isEntry).map((chunk) => chunk.fileName));
  // A set that grows while it is walked: what the entry imports, and what that imports. `import()` loads later, if at all.
  for (const name of loaded) {
    for (const imported of chunks.find((chunk) => chunk.fileName === name)?.imports ?? [])
      loaded.add(imported);
  }
  const code = chunks.filter((chunk) => loaded.has(chunk.fileName)).map((chunk) => chunk.code);
  return gzipSync(code.join('\n'), { level: 9 }).byteLength / 1000;
}
