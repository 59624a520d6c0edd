import { interleave } from '../measure/interleave.ts';
import type { Job, Measure } from '../measure/job.ts';
import { spreadOf } from '../measure/spread.ts';
import type { Figure, Row } from './figure.ts';
import { ratioRow } from './ratio-row.ts';

/** What a first call loads is not counted here. */
const opening: Job = { work: 'upload', atOnce: 1, times: 1, size: 1 };

/** How many times as many bytes go through to see that memory does not follow them, and how far it may. */
const longer = 4;
const mayGrow = 2;

export const files: Figure = {
  name: 'files',
  title: '100 MB of files, down and up',
  async run({ server, rounds, isQuick }) {
    const megabytes = isQuick ? 10 : 100;
    // The API takes documents up to 40 MB, so that what goes up is three of 34 MB.
    const uploads = isQuick ? 1 : 3;
    const directions = [
      {
        work: 'download',
        job: { work: 'download', atOnce: 1, times: 1, watchesMemory: true },
        longJob: { work: 'download', atOnce: 1, times: 1, watchesMemory: true },
        longUrl: server.url(`file-${megabytes * longer}`),
      },
      {
        work: 'upload',
        job: { work: 'upload', atOnce: 1, times: uploads, size: 34, watchesMemory: true },
        longJob: { work: 'upload', atOnce: 1, times: uploads * longer, size: 34, watchesMemory: true },
        longUrl: server.url(`file-${megabytes}`),
      },
    ] as const;
    const rows: Row[] = [];
    for (const { work, job, longJob, longUrl } of directions) {
      const names = ['floor', 'core'] as const;
      const measures = await interleave(
        server.url(`file-${megabytes}`),
        names.map((name) => ({ name, job, opening })),
        rounds,
        { isFresh: true },
      );
      const long = await interleave(longUrl, [{ name: 'core', job: longJob, opening }], rounds, {
        isFresh: true,
      });
      for (const of of names) {
        const moved = (measures.get(of)?.[0]?.units ?? 0) / 1024 / 1024;
        rows.push(
          ratioRow(measures, {
            what: `${of}, ${work}, time`,
            of,
            against: 'floor',
            atMost: of === 'core' ? 1.1 : undefined,
            read: ({ wallMs }) => wallMs,
            tell: (median) => `${Math.round((moved * 1000) / median)} MB/s`,
          }),
          ratioRow(measures, {
            what: `${of}, ${work}, CPU`,
            of,
            against: 'floor',
            read: ({ cpuMs }) => cpuMs,
            tell: (median) => `${median.toFixed(0)} ms`,
          }),
          ratioRow(measures, {
            what: `${of}, ${work}, memory grown`,
            of,
            against: 'floor',
            read: ({ grownBytes }) => grownBytes,
            tell: (median) => `${(median / 1e6).toFixed(0)} MB`,
          }),
        );
      }
      rows.push(longRow(work, measures.get('core') ?? [], long.get('core') ?? []));
    }
    return rows;
  },
};

/** Buffers wait for the next collection either way; memory that held the file would grow with it. */
function longRow(work: string, short: readonly Measure[], long: readonly Measure[]): Row {
  const grown = (measures: readonly Measure[]) =>
    spreadOf(measures.map(({ grownBytes }) => grownBytes)).median;
  const factor = grown(long) / grown(short);
  return {
    what: `core, ${work} of ${longer} × as much, memory grown`,
    measured: `${(grown(long) / 1e6).toFixed(0)} MB, ${factor.toFixed(2)} × as much`,
    aim: { text: `constant: ≤ ${mayGrow} × for ${longer} × the bytes`, holds: factor <= mayGrow },
  };
}
