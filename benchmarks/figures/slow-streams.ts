import type { ContenderName } from '../contenders/contender.ts';
import { interleave } from '../measure/interleave.ts';
import type { Figure } from './figure.ts';
import { ratioRow } from './ratio-row.ts';

const names: readonly ContenderName[] = ['floor', 'core', 'chat-gigachat', 'gigachat-stream-text'];
const events = 30;

export const slowStreams: Figure = {
  name: 'slow-streams',
  title: '1 000 slow streams at once (an event every 100 ms)',
  async run({ server, isQuick }) {
    const streams = isQuick ? 100 : 1_000;
    const job = { work: 'stream', atOnce: streams, times: streams, watchesMemory: true } as const;
    const measures = await interleave(
      server.url(`slow-${events}`),
      names.map((name) => ({ name, job })),
      isQuick ? 1 : 3,
      { isFresh: true },
    );
    return names.flatMap((of) => {
      const seen = Math.min(...(measures.get(of) ?? []).map(({ units }) => units));
      return [
        ratioRow(measures, {
          what: `${of}, memory a stream`,
          of,
          against: 'floor',
          read: ({ grownBytes }) => grownBytes,
          tell: (median) => `${(median / streams / 1000).toFixed(1)} kB`,
        }),
        {
          what: `${of}, pieces of text seen`,
          measured: `${seen} of ${streams * events}`,
          aim: of === 'core' ? { text: 'none lost', holds: seen === streams * events } : undefined,
        },
      ];
    });
  },
};
