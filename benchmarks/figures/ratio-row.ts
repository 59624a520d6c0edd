import type { ContenderName } from '../contenders/contender.ts';
import type { Measure } from '../measure/job.ts';
import { spreadOf } from '../measure/spread.ts';
import type { Row } from './figure.ts';

export interface RatioRow {
  readonly what: string;
  readonly of: ContenderName;
  readonly against: ContenderName;
  /** Smaller is better. */
  readonly read: (measure: Measure) => number;
  readonly tell: (median: number) => string;
  /** The median of the ratio may be this much. */
  readonly atMost?: number | undefined;
}

/** Compares two contenders round by round: each ratio is of two turns that followed one another. */
export function ratioRow(
  measures: ReadonlyMap<ContenderName, readonly Measure[]>,
  { what, of, against, read, tell, atMost }: RatioRow,
): Row {
  const own = (measures.get(of) ?? []).map(read);
  const base = (measures.get(against) ?? []).map(read);
  const spread = spreadOf(own.map((value, round) => value / (base[round] ?? Number.NaN)));
  return {
    what,
    measured: tell(spreadOf(own).median),
    ratio: of === against ? undefined : { spread, against },
    aim:
      atMost === undefined ? undefined : { text: `≤ ${atMost} × ${against}`, holds: spread.median <= atMost },
  };
}
