import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { spreadOf } from '../measure/spread.ts';
import type { Figure, Row } from './figure.ts';

const run = promisify(execFile);
const folder = join(import.meta.dirname, '../measure');

/** What is measured comes last; what stands before it is loaded already. */
const imports: readonly (readonly string[])[] = [
  ['undici'],
  ['undici', '@gigakit/core'],
  ['gigachat'],
  ['@langchain/core/language_models/chat_models', '@gigakit/core', '@gigakit/langchain'],
  ['@langchain/core/language_models/chat_models', '@langchain/openai'],
  ['ai', '@gigakit/core', '@gigakit/ai-sdk'],
  ['ai', '@ai-sdk/openai-compatible'],
];

export const coldImport: Figure = {
  name: 'cold-import',
  title: 'Cold import, each in a new process (sizes are held by `npm test -- sizes`)',
  async run({ rounds, isQuick }) {
    const probes = [
      ...imports.map((names) => ({
        what: names.length === 1 ? `${names[0]}` : `${names.at(-1)} over ${names.slice(0, -1).join(' and ')}`,
        script: 'import-probe.ts',
        names,
        isCore: names.at(-1) === '@gigakit/core',
      })),
      { what: 'the first call of @gigakit/core', script: 'first-answer-probe.ts', names: [], isCore: false },
    ];
    const times = probes.map((): number[] => []);
    for (let round = 0; round < (isQuick ? 3 : rounds * 2); round += 1) {
      for (const [index, { script, names }] of probes.entries()) {
        const { stdout } = await run(process.execPath, [join(folder, script), ...names], {
          env: { ...process.env, NODE_OPTIONS: '', NODE_ENV: 'production' },
        });
        times[index]?.push(Number(stdout));
      }
    }
    return probes.map(({ what, isCore }, index): Row => {
      const { min, median, max } = spreadOf(times[index] ?? []);
      return {
        what,
        measured: `${median.toFixed(1)} ms (${min.toFixed(1)} to ${max.toFixed(1)})`,
        aim: isCore ? { text: '< 25 ms over Node with undici', holds: median < 25 } : undefined,
      };
    });
  },
};
