import type { RunningServer } from '../server/start-server.ts';
import type { Spread } from '../measure/spread.ts';

/** One row of the table: what was asked, and what was seen. */
export interface Figure {
  readonly name: string;
  readonly title: string;
  run(bench: Bench): Promise<readonly Row[]>;
}

export interface Bench {
  readonly server: RunningServer;
  readonly rounds: number;
  /** Fewer and smaller: to see that it runs. */
  readonly isQuick: boolean;
}

export interface Row {
  readonly what: string;
  /** In words, with its unit. */
  readonly measured: string;
  readonly ratio?: { readonly spread: Spread; readonly against: string } | undefined;
  readonly aim?: { readonly text: string; readonly holds: boolean } | undefined;
}
