import { GigaChat, isAuthenticationError, type GigaChatSettings, type Model } from '@gigakit/core';
import type { BalanceFacts } from './check-balance.ts';
import type { ModelsFacts } from './check-models.ts';
import type { SignInFacts } from './check-sign-in.ts';

/** How far an account gets: signing in, what it sees, what it has left. What was not reached is `undefined`. */
export interface AccountProbe {
  readonly refusal: SignInFacts['refusal'];
  readonly models: ModelsFacts['outcome'] | undefined;
  readonly balance: BalanceFacts['outcome'] | undefined;
}

const longestWaitMs = 30_000;

/** Signs in and asks for models and balance: nothing that costs tokens. */
export async function probeAccount(settings: GigaChatSettings): Promise<AccountProbe> {
  let lastOperation = '';
  await using giga = new GigaChat({
    ...settings,
    maxRetries: 0,
    timeoutMs: longestWaitMs,
    onEvent: (event) => {
      if (event.type === 'request') lastOperation = event.operation;
    },
  });
  const models = await giga.models.list().then(succeeded, failed);
  if ('error' in models) {
    const { error } = models;
    if (lastOperation === 'oauth' || lastOperation === 'token') {
      return { refusal: { by: 'sign-in', error }, models: undefined, balance: undefined };
    }
    return isAuthenticationError(error)
      ? { refusal: { by: 'api', error }, models: undefined, balance: undefined }
      : { refusal: undefined, models, balance: undefined };
  }
  const balance = await giga.balance.retrieve().then((entries) => ({ entries }), failed);
  return { refusal: undefined, models, balance };
}

const succeeded = (models: readonly Model[]) => ({ ids: models.map(({ id }) => id) });
const failed = (error: unknown) => ({ error });
