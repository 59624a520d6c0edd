import {
  findChatModel,
  isPaymentRequiredError,
  isPermissionDeniedError,
  type BalanceEntry,
} from '@gigakit/core';
import { describeError } from '../describe-error.ts';
import { asSentence } from './as-sentence.ts';
import { failure, ok, warning, type Verdict } from './check-result.ts';

export interface BalanceFacts {
  readonly model: string;
  readonly outcome:
    | { readonly entries: readonly BalanceEntry[] }
    | { readonly error: unknown; readonly entries?: never };
}

const buy =
  'Buy a package at developers.sber.ru, or choose a model that has tokens left with GIGACHAT_MODEL.';

/** Judges whether there are tokens left for the chosen model. */
export function checkBalance({ model, outcome }: BalanceFacts): Verdict {
  if (outcome.entries === undefined) return errorVerdict(outcome.error);
  const { entries } = outcome;
  if (entries.length === 0) return ok('the account has no packages');
  const own = entries.find((entry) => entry.model === model) ?? entries.find(isPackageOf(model));
  const left = entries.map((entry) => `${entry.model} ${entry.tokens}`).join(', ');
  if (own !== undefined && own.tokens <= 0) {
    return failure('empty-balance', `No tokens are left for ${model}: ${left}.`, buy);
  }
  if (entries.every(({ tokens }) => tokens <= 0)) {
    return failure('empty-balance', `No tokens are left: ${left}.`, buy);
  }
  if (own === undefined && entries.some(({ tokens }) => tokens <= 0)) {
    return warning('empty-balance', `Some packages are empty: ${left}.`, buy);
  }
  return ok(left);
}

/** Packages are named without the generation: that of GigaChat-2-Pro is called GigaChat-Pro. */
const isPackageOf =
  (model: string) =>
  (entry: BalanceEntry): boolean =>
    findChatModel(model) !== undefined && entry.model === model.replace(/-\d(?=-|$)/, '');

function errorVerdict(error: unknown): Verdict {
  if (isPermissionDeniedError(error)) return ok('pay-as-you-go: there are no packages to run out of');
  const { message, hint = 'run this again later' } = describeError(error);
  return isPaymentRequiredError(error)
    ? failure('empty-balance', message, buy)
    : failure('balance', message, asSentence(hint));
}
