import type { ContenderName } from '../contenders/contender.ts';
import type { Job, Measure } from './job.ts';
import { startClient } from './start-client.ts';

export interface Entrant {
  readonly name: ContenderName;
  readonly job: Job;
  /** Rounds that are not counted: code is compiled, connections are opened. 2 by default. */
  readonly warmUps?: number;
  /** In a fresh process, done first and not counted: what a first call loads has a figure of its own. */
  readonly opening?: Job;
}

/**
 * Lets the entrants take turns, round after round, so that a busy moment of the machine falls on all of them. Each keeps its
 * process; with `isFresh` each turn has a new one, for measures of memory.
 */
export async function interleave(
  url: string,
  entrants: readonly Entrant[],
  rounds: number,
  options: { readonly isFresh?: boolean } = {},
): Promise<ReadonlyMap<ContenderName, readonly Measure[]>> {
  const measures = new Map<ContenderName, Measure[]>(entrants.map(({ name }) => [name, []]));
  if (options.isFresh === true) {
    for (let round = 0; round < rounds; round += 1) {
      for (const { name, job, opening } of entrants) {
        const client = await startClient(name, url);
        if (opening !== undefined) await client.run(opening);
        measures.get(name)?.push(await client.run(job));
        client.stop();
      }
    }
    return measures;
  }
  const clients = await Promise.all(
    entrants.map(async (entrant) => ({ ...entrant, client: await startClient(entrant.name, url) })),
  );
  try {
    for (const { client, job, warmUps = 2 } of clients) {
      for (let round = 0; round < warmUps; round += 1) await client.run(job);
    }
    for (let round = 0; round < rounds; round += 1) {
      for (const { client, name, job } of clients) measures.get(name)?.push(await client.run(job));
    }
  } finally {
    for (const { client } of clients) client.stop();
  }
  return measures;
}
