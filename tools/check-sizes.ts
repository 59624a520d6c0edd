import { isBuiltin } from 'node:module';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'rolldown';
import { sizeLimits } from './size-limits.ts';
import type { SizeLimit } from './size-limits.ts';
import { failed, passed } from './step.ts';
import type { StepOutcome } from './step.ts';

/** Bundles every entry of tools/size-limits.ts and holds it against its limit. */
export async function checkSizes(root: string): Promise<StepOutcome> {
  const rows: { name: string; kilobytes: number; limitKilobytes: number }[] = [];
  for (const limit of sizeLimits) rows.push({ ...limit, kilobytes: await bundledKilobytes(root, limit) });
  const lines = rows.map(
    ({ name, kilobytes, limitKilobytes }) => `${name} ${kilobytes.toFixed(1)} kB of ${limitKilobytes}`,
  );
  const heavy = rows.filter(({ kilobytes, limitKilobytes }) => kilobytes > limitKilobytes);
  if (heavy.length === 0) return passed(lines.join(', '));
  return failed(`over the limit: ${heavy.map(({ name }) => name).join(', ')}`, lines.join('\n'));
}

async function bundledKilobytes(root: string, { entry, without }: SizeLimit): Promise<number> {
  const { output } = await build({
    cwd: root,
    input: join(root, entry),
    external: (id) => isBuiltin(id) || without.some((name) => id === name || id.startsWith(`${name}/`)),
    platform: 'node',
    resolve: { conditionNames: ['@gigakit/source', 'node', 'import', 'default'] },
    output: { format: 'esm', minify: true, codeSplitting: false },
    logLevel: 'silent',
    write: false,
  });
  const code = output.flatMap((chunk) => (chunk.type === 'chunk' ? [chunk.code] : [])).join('\n');
  return gzipSync(code, { level: 9 }).byteLength / 1000;
}
