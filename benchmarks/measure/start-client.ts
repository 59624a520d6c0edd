import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { ContenderName } from '../contenders/contender.ts';
import type { Job, Measure } from './job.ts';

export interface RunningClient {
  readonly name: ContenderName;
  readonly run: (job: Job) => Promise<Measure>;
  readonly stop: () => void;
}

/** A contender in a process of its own. `nodeOptions` are for profiling. */
export async function startClient(
  name: ContenderName,
  url: string,
  nodeOptions: readonly string[] = [],
): Promise<RunningClient> {
  const child = fork(join(import.meta.dirname, 'client.ts'), [name, url], {
    execArgv: ['--expose-gc', ...nodeOptions],
    env: { ...process.env, NODE_ENV: 'production', NODE_OPTIONS: '' },
  });
  const exited = once(child, 'exit').then(([code]) => {
    throw new Error(`${name}: the process ended with ${code}.`);
  });
  exited.catch(() => {});
  const nextMessage = () => Promise.race([once(child, 'message'), exited]);
  await nextMessage();
  return {
    name,
    run: async (job) => {
      child.send(job);
      const [answer] = (await nextMessage()) as [{ readonly result?: Measure; readonly error?: string }];
      if (answer.result === undefined) throw new Error(`${name}: ${answer.error}`);
      return answer.result;
    },
    stop: () => child.disconnect(),
  };
}
