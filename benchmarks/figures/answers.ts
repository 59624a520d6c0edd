import type { ContenderName } from '../contenders/contender.ts';
import { interleave } from '../measure/interleave.ts';
import type { Figure } from './figure.ts';
import { ratioRow } from './ratio-row.ts';

interface Line {
  readonly of: ContenderName;
  readonly against: ContenderName;
  readonly atMost?: number;
}

const lines: readonly Line[] = [
  { of: 'floor', against: 'floor' },
  { of: 'core', against: 'floor', atMost: 1.15 },
  { of: 'core', against: 'npm-gigachat', atMost: 1 / 3 },
  { of: 'npm-gigachat', against: 'floor' },
  { of: 'chat-gigachat', against: 'chat-openai' },
  { of: 'chat-gigachat', against: 'langchain-gigachat' },
  { of: 'langchain-gigachat', against: 'floor' },
  { of: 'chat-openai', against: 'floor' },
];

export const answers: Figure = {
  name: 'answers',
  title: 'Whole answers, keep-alive, 64 in flight',
  async run({ server, rounds, isQuick }) {
    const job = { work: 'answer', atOnce: 64, times: isQuick ? 500 : 3_000 } as const;
    const names = [...new Set(lines.map(({ of }) => of))];
    const measures = await interleave(
      server.url('answer'),
      names.map((name) => ({ name, job, warmUps: 4 })),
      rounds,
    );
    return [
      ...lines.map(({ of, against, atMost }) =>
        ratioRow(measures, {
          what: `${of}, time`,
          of,
          against,
          atMost: atMost === undefined ? undefined : Number(atMost.toFixed(2)),
          read: ({ wallMs }) => wallMs,
          tell: (median) => `${Math.round((job.times * 1000) / median)} answers/s`,
        }),
      ),
      ...lines.map(({ of, against }) =>
        ratioRow(measures, {
          what: `${of}, CPU`,
          of,
          against,
          read: ({ cpuMs }) => cpuMs,
          tell: (median) => `${((median * 1000) / job.times).toFixed(0)} µs/answer`,
        }),
      ),
    ];
  },
};
