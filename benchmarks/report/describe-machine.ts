import { readFileSync } from 'node:fs';
import { findPackageJSON } from 'node:module';
import { availableParallelism, cpus, loadavg, totalmem } from 'node:os';

const measured = [
  'undici',
  'gigachat',
  'langchain-gigachat',
  '@langchain/core',
  '@langchain/openai',
  'ai',
  '@ai-sdk/openai-compatible',
];

/** What the figures depend on, without naming the machine. */
export function describeMachine(): string {
  const memory = `${Math.round(totalmem() / 2 ** 30)} GB`;
  const versions = measured.map((name) => `${name} ${versionOf(name)}`).join(', ');
  return [
    `- ${new Date().toISOString().slice(0, 16).replace('T', ' ')} UTC`,
    `- ${cpus()[0]?.model.trim() ?? 'unknown processor'}, ${availableParallelism()} cores, ${memory}, ${process.platform} ${process.arch}`,
    `- load when it began: ${(loadavg()[0] ?? 0).toFixed(1)}`,
    `- Node ${process.versions.node}`,
    `- ${versions}`,
  ].join('\n');
}

function versionOf(name: string): string {
  const manifest = findPackageJSON(name, import.meta.url);
  if (manifest === undefined) return 'unknown';
  const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { readonly version?: string };
  return version ?? 'unknown';
}
