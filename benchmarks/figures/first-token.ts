import type { ContenderName } from '../contenders/contender.ts';
import { interleave } from '../measure/interleave.ts';
import { spreadOf } from '../measure/spread.ts';
import type { Figure } from './figure.ts';

const names: readonly ContenderName[] = [
  'floor',
  'core',
  'gigachat-do-stream',
  'compatible-do-stream',
  'chat-gigachat',
  'chat-openai',
];

export const firstToken: Figure = {
  name: 'first-token',
  title: 'Added time to the first token (from the call, on open connections)',
  async run({ server, rounds, isQuick }) {
    const job = { work: 'stream', atOnce: 1, times: isQuick ? 20 : 100 } as const;
    const measures = await interleave(
      server.url('events-20'),
      names.map((name) => ({ name, job })),
      rounds,
    );
    const mediansOf = (name: ContenderName) =>
      (measures.get(name) ?? []).map(({ firstMs }) => spreadOf(firstMs).median);
    const floor = mediansOf('floor');
    return names.map((name) => {
      const medians = mediansOf(name);
      const added = spreadOf(medians.map((median, round) => median - (floor[round] ?? Number.NaN)));
      return {
        what: name,
        measured:
          name === 'floor'
            ? `${spreadOf(medians).median.toFixed(2)} ms`
            : `+${added.median.toFixed(2)} ms (${added.min.toFixed(2)} to ${added.max.toFixed(2)})`,
        aim: name === 'core' ? { text: '< 1 ms over the floor', holds: added.median < 1 } : undefined,
      };
    });
  },
};
