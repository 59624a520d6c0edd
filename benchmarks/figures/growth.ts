import { interleave } from '../measure/interleave.ts';
import { spreadOf } from '../measure/spread.ts';
import type { Bench, Figure, Row } from './figure.ts';
import { conversions } from '../measure/conversions.ts';

/** Above this, something is done again for every event or message that came before. */
const flatness = 1.5;

export const growth: Figure = {
  name: 'growth',
  title: 'Growth: longer answers, longer histories',
  async run(bench) {
    return [...(await longAnswers(bench)), ...(await longHistories(bench))];
  },
};

/** The same number of events, in answers of different lengths; 1 000 is compared with, since a request has a price too. */
async function longAnswers({ server, rounds, isQuick }: Bench): Promise<readonly Row[]> {
  const total = isQuick ? 100_000 : 200_000;
  const lengths = [100, 1_000, 10_000, 100_000];
  const perEvent = new Map<number, number[]>(lengths.map((length) => [length, []]));
  for (let round = 0; round < Math.min(rounds, 5); round += 1) {
    for (const length of lengths) {
      const job = { work: 'stream', atOnce: 1, times: Math.round(total / length) } as const;
      const measures = await interleave(
        server.url(`events-${length}`),
        [{ name: 'core', job, warmUps: 1 }],
        1,
      );
      const cpuMs = measures.get('core')?.[0]?.cpuMs ?? Number.NaN;
      perEvent.get(length)?.push((cpuMs * 1000) / (job.times * length));
    }
  }
  const base = perEvent.get(1_000) ?? [];
  return lengths.map((length): Row => {
    const values = perEvent.get(length) ?? [];
    const spread = spreadOf(values.map((value, round) => value / (base[round] ?? Number.NaN)));
    return {
      what: `core, answers of ${length} events`,
      measured: `${spreadOf(values).median.toFixed(2)} µs/event`,
      ratio: length === 1_000 ? undefined : { spread, against: '1000 events' },
      aim: length > 1_000 ? { text: `flat: ≤ ${flatness} ×`, holds: spread.median <= flatness } : undefined,
    };
  });
}

async function longHistories({ rounds, isQuick }: Bench): Promise<readonly Row[]> {
  const lengths = isQuick ? [20, 200] : [1, 20, 200, 2_000];
  const rows: Row[] = [];
  for (const { name, prepare } of conversions) {
    const calls = lengths.map((length) => ({ length, call: prepare(length), perMessage: [] as number[] }));
    for (let round = 0; round <= rounds; round += 1) {
      for (const { length, call, perMessage } of calls) {
        const times = Math.min(1_000, Math.round(20_000 / length));
        const cpu = process.cpuUsage();
        for (let time = 0; time < times; time += 1) await call();
        const { user, system } = process.cpuUsage(cpu);
        // The first round compiles.
        if (round > 0) perMessage.push((user + system) / (times * length));
      }
    }
    const base = calls.find(({ length }) => length === 200)?.perMessage ?? [];
    for (const { length, perMessage } of calls) {
      const spread = spreadOf(perMessage.map((value, round) => value / (base[round] ?? Number.NaN)));
      rows.push({
        what: `${name}, history of ${length} messages`,
        measured: `${spreadOf(perMessage).median.toFixed(2)} µs/message`,
        ratio: length === 200 ? undefined : { spread, against: '200 messages' },
        aim: length > 200 ? { text: `linear: ≤ ${flatness} ×`, holds: spread.median <= flatness } : undefined,
      });
    }
  }
  return rows;
}
