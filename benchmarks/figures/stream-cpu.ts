import type { ContenderName } from '../contenders/contender.ts';
import type { Measure } from '../measure/job.ts';
import { interleave } from '../measure/interleave.ts';
import type { Figure, Row } from './figure.ts';
import { ratioRow } from './ratio-row.ts';

const events = 2_000;

interface Line {
  readonly of: ContenderName;
  /** Answers in a turn: about a second of work for the slow and the fast, so that code is measured when it is compiled. */
  readonly answers: number;
  readonly against: ContenderName;
  readonly atMost?: number;
  /** So slow that a hundred at once would take minutes: measured one at a time. */
  readonly isHeavy?: true;
}

const lines: readonly Line[] = [
  { of: 'floor', answers: 300, against: 'floor' },
  { of: 'core', answers: 300, against: 'floor', atMost: 1.25 },
  { of: 'core-events', answers: 300, against: 'floor' },
  { of: 'compatible-do-stream', answers: 40, against: 'floor' },
  { of: 'gigachat-do-stream', answers: 200, against: 'compatible-do-stream', atMost: 0.4 },
  { of: 'compatible-stream-text', answers: 15, against: 'floor', isHeavy: true },
  { of: 'gigachat-stream-text', answers: 15, against: 'compatible-stream-text', atMost: 0.8, isHeavy: true },
  { of: 'chat-openai', answers: 40, against: 'floor' },
  { of: 'chat-gigachat', answers: 80, against: 'chat-openai', atMost: 0.6 },
];

export const streamCpu: Figure = {
  name: 'stream-cpu',
  title: 'CPU per streamed event (answers of 2 000 events)',
  async run({ server, rounds, isQuick }) {
    const rows: Row[] = [];
    for (const atOnce of isQuick ? [1] : [1, 100]) {
      const taken = lines.filter(({ isHeavy }) => atOnce === 1 || isHeavy !== true);
      const entrants = taken.map(({ of, answers }) => ({
        name: of,
        job: {
          work: 'stream',
          atOnce,
          times: isQuick ? Math.ceil(answers / 10) : Math.max(answers, atOnce),
        } as const,
        warmUps: atOnce === 1 ? 3 : 1,
      }));
      const count = atOnce === 1 ? rounds : Math.ceil(rounds / 2);
      const measures = await interleave(server.url(`events-${events}`), entrants, count);
      for (const { of, against, atMost } of taken) {
        const answers = entrants.find(({ name }) => name === of)?.job.times ?? 1;
        const row = ratioRow(measures, {
          what: `${of}, ${atOnce} at once`,
          of,
          against,
          atMost,
          read: ({ cpuMs, units }) => (cpuMs * 1000) / units,
          tell: (median) => `${median.toFixed(2)} µs/event${lossOf(measures.get(of) ?? [], answers)}`,
        });
        rows.push(row);
      }
    }
    return rows;
  },
};

/** What a contender does not hand on of an answer is part of the picture. */
function lossOf(measures: readonly Measure[], answers: number): string {
  const lost = Math.max(...measures.map(({ units }) => events - units / answers));
  return lost > 0 ? ` (up to ${(100 * lost) / events}% of the pieces missing)` : '';
}
