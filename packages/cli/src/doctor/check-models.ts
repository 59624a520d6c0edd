import { baseModelId, findChatModel } from '@gigakit/core';
import { describeError } from '../describe-error.ts';
import { asSentence } from './as-sentence.ts';
import { failure, ok, type Verdict } from './check-result.ts';

export interface ModelsFacts {
  readonly host: string;
  readonly wanted: string;
  /** Ids that the host lists; an error where it would not. */
  readonly outcome: { readonly ids: readonly string[] } | { readonly error: unknown; readonly ids?: never };
}

/** Judges whether the chosen model is served at the chosen host. */
export function checkModels({ host, wanted, outcome }: ModelsFacts): Verdict {
  if (outcome.ids === undefined) {
    const { message, hint = 'run this again, and ask the operator of the host if it stays' } = describeError(
      outcome.error,
    );
    return failure('models', message, asSentence(hint));
  }
  const { ids } = outcome;
  if (ids.includes(baseModelId(wanted))) return ok(`${wanted} is served, and ${ids.length - 1} others`);
  const generation = findChatModel(wanted)?.generation;
  const isForeign =
    generation !== undefined && !ids.some((id) => findChatModel(id)?.generation === generation);
  if (isForeign && generation === 3) {
    return failure(
      'wrong-host-for-model',
      `${host} does not serve ${wanted}, nor any GigaChat-3.`,
      'Set GIGACHAT_BASE_URL to https://api.giga.chat/v1, or unset it: GigaChat-3 lives there.',
    );
  }
  if (isForeign && generation === 1) {
    return failure(
      'wrong-host-for-model',
      `${host} does not serve ${wanted}, nor any model of the first generation.`,
      'Choose a newer model with GIGACHAT_MODEL, such as GigaChat-2: only https://gigachat.devices.sberbank.ru/api/v1 knows the old names.',
    );
  }
  return failure(
    'unknown-model',
    `${host} does not serve ${wanted} to this account.`,
    `Choose one of these with GIGACHAT_MODEL or --model: ${ids.filter((id) => findChatModel(id) !== undefined).join(', ')}.`,
  );
}
