import { Refusal } from '../refusal.ts';

const ranges: readonly {
  readonly field: string;
  readonly text: string;
  readonly holds: (n: number) => boolean;
}[] = [
  { field: 'temperature', text: '(0, +inf)', holds: (n) => n > 0 },
  { field: 'top_p', text: '[0, 1]', holds: (n) => n >= 0 && n <= 1 },
  { field: 'max_tokens', text: '[1, +inf)', holds: (n) => Number.isInteger(n) && n > 0 },
  { field: 'repetition_penalty', text: '(0, +inf)', holds: (n) => n > 0 },
  { field: 'update_interval', text: '[0, +inf)', holds: (n) => n >= 0 },
];

/** @throws Refusal 422 for the first sampling field out of its range. */
export function checkRanges(fields: Readonly<Record<string, unknown>>, prefix: string): void {
  for (const { field, text, holds } of ranges) {
    const value = fields[field];
    if (typeof value === 'number' && !holds(value))
      throw new Refusal(422, `${prefix}${field} must be in range ${text}`);
  }
}
