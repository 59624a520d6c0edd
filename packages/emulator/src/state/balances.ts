import { Refusal } from '../refusal.ts';

/** Token packages, one for each tariff. Without them nothing is counted. */
export interface Balances {
  /** @throws Refusal 402 when the model's package is empty. */
  check(model: string): void;
  spend(model: string, tokens: number): void;
  /** As `GET /balance` lists them. */
  list(): { usage: string; value: number }[];
}

const shownByDefault = {
  GigaChat: 900_000,
  'GigaChat-Pro': 991_490,
  'GigaChat-Max': 1_000_000,
  embeddings: 9_999_967,
};

export function createBalances(given: Readonly<Record<string, number>> | undefined): Balances {
  const left = new Map(Object.entries(given ?? shownByDefault));
  const isCounted = given !== undefined;
  // A package goes by the model's id, or by its tariff: the id without its generation, embedders in lower case.
  const packageOf = (model: string): string | undefined => {
    const tariff = model.replace(/-preview$/, '').replace(/^GigaChat-[23]/, 'GigaChat');
    const names = new Set([model.toLowerCase(), tariff.toLowerCase()]);
    return [...left.keys()].find((known) => names.has(known.toLowerCase()));
  };
  return {
    check(model) {
      const name = packageOf(model);
      if (isCounted && name !== undefined && (left.get(name) ?? 0) <= 0)
        throw new Refusal(402, 'Payment Required');
    },
    spend(model, tokens) {
      const name = packageOf(model);
      if (isCounted && name !== undefined) left.set(name, Math.max(0, (left.get(name) ?? 0) - tokens));
    },
    list: () => [...left].map(([usage, value]) => ({ usage, value })),
  };
}
