import type { ContenderName } from '../contenders/contender.ts';
import { interleave } from '../measure/interleave.ts';
import type { Job } from '../measure/job.ts';
import type { Figure } from './figure.ts';
import { ratioRow } from './ratio-row.ts';

const names: readonly ContenderName[] = ['floor', 'core', 'npm-gigachat'];

export const embeddings: Figure = {
  name: 'embeddings',
  title: '10 000 embeddings of 1 024 floats (90 a request, 4 requests at once)',
  async run({ server, rounds, isQuick }) {
    const job: Job = {
      work: 'embed',
      atOnce: 1,
      times: 1,
      size: isQuick ? 1_000 : 10_000,
      watchesMemory: true,
    };
    // What a first call loads is not counted here.
    const opening: Job = { work: 'embed', atOnce: 1, times: 1, size: 1 };
    const measures = await interleave(
      server.url('embeddings'),
      names.map((name) => ({ name, job, opening })),
      Math.min(rounds, 5),
      { isFresh: true },
    );
    const resultMegabytes = ((job.size ?? 0) * 1024 * 8) / 1e6;
    return names.flatMap((of) => [
      ratioRow(measures, {
        what: `${of}, time`,
        of,
        against: 'floor',
        atMost: of === 'core' ? 1.2 : undefined,
        read: ({ wallMs }) => wallMs,
        tell: (median) => `${(median / 1000).toFixed(2)} s`,
      }),
      ratioRow(measures, {
        what: `${of}, CPU`,
        of,
        against: 'floor',
        read: ({ cpuMs }) => cpuMs,
        tell: (median) => `${(median / 1000).toFixed(2)} s`,
      }),
      ratioRow(measures, {
        what: `${of}, memory grown (the vectors are ${resultMegabytes.toFixed(0)} MB)`,
        of,
        against: 'floor',
        read: ({ grownBytes }) => grownBytes,
        tell: (median) => `${(median / 1e6).toFixed(0)} MB`,
      }),
    ]);
  },
};
