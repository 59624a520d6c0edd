import type { Language } from '../language/language-of.ts';
import type { SeededRandom } from '../seeded-random.ts';

/** What values are drawn from, and what has been drawn already: two fields seldom mean the same word. */
export interface Evidence {
  /** What the person said. */
  readonly text: string;
  readonly language: Language;
  readonly now: number;
  readonly random: SeededRandom;
  /** Values known by name already: results of earlier functions. */
  readonly known: ReadonlyMap<string, unknown>;
  /** Cities, numbers, quotations and so on that other fields took. */
  readonly taken: Set<string>;
  /** An answer to the person in words, for fields such as `answer`. */
  readonly inWords: () => string;
}

/** Marks a value as used and hands it back; the next field gets another one. */
export function takeFirst<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
  taken: Set<string>,
): Item | undefined {
  const free = items.find((item) => !taken.has(keyOf(item)));
  if (free !== undefined) taken.add(keyOf(free));
  return free;
}
