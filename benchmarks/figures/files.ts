import { interleave } from '../measure/interleave.ts';
import type { Figure, Row } from './figure.ts';
import { ratioRow } from './ratio-row.ts';

/** Memory that does not grow with the file: buffers of sockets and of what waits for the next collection. */
const constantMegabytes = 40;

export const files: Figure = {
  name: 'files',
  title: '100 MB of files, down and up',
  async run({ server, rounds, isQuick }) {
    const names = ['floor', 'core'] as const;
    const rows: Row[] = [];
    // The API takes documents up to 40 MB, so that what goes up is three of 34 MB.
    const jobs = [
      { work: 'download', atOnce: 1, times: 1 },
      { work: 'upload', atOnce: 1, times: isQuick ? 1 : 3, size: 34 },
    ] as const;
    for (const job of jobs) {
      const url = server.url(`file-${isQuick ? 10 : 100}`);
      const measures = await interleave(
        url,
        names.map((name) => ({ name, job })),
        rounds,
        { isFresh: true },
      );
      for (const of of names) {
        const megabytes = (measures.get(of)?.[0]?.units ?? 0) / 1024 / 1024;
        rows.push(
          ratioRow(measures, {
            what: `${of}, ${job.work}, time`,
            of,
            against: 'floor',
            atMost: of === 'core' ? 1.1 : undefined,
            read: ({ wallMs }) => wallMs,
            tell: (median) => `${Math.round((megabytes * 1000) / median)} MB/s`,
          }),
          ratioRow(measures, {
            what: `${of}, ${job.work}, CPU`,
            of,
            against: 'floor',
            read: ({ cpuMs }) => cpuMs,
            tell: (median) => `${median.toFixed(0)} ms`,
          }),
        );
        const memory = ratioRow(measures, {
          what: `${of}, ${job.work}, memory grown`,
          of,
          against: 'floor',
          read: ({ grownBytes }) => grownBytes,
          tell: (median) => `${(median / 1e6).toFixed(0)} MB`,
        });
        const grown = Math.max(...(measures.get(of) ?? []).map(({ grownBytes }) => grownBytes)) / 1e6;
        rows.push({
          ...memory,
          aim:
            of === 'core'
              ? { text: `constant: < ${constantMegabytes} MB`, holds: grown < constantMegabytes }
              : undefined,
        });
      }
    }
    return rows;
  },
};
