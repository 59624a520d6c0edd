import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

export interface RunningServer {
  /** Where a scenario is replayed, without `/v1`. */
  readonly url: (scenario: string) => string;
  readonly stop: () => void;
}

/** The server in a process of its own, so that its work is not counted. */
export async function startServer(): Promise<RunningServer> {
  const child = fork(join(import.meta.dirname, 'server.ts'), { execArgv: [] });
  const [port] = (await once(child, 'message')) as [number];
  return { url: (scenario) => `http://127.0.0.1:${port}/${scenario}`, stop: () => child.disconnect() };
}
