import { AuthenticationError } from '../errors/index.ts';
import type { ResolvedSettings } from '../resolved-settings.ts';
import type { ClientEvent } from '../settings.ts';
import type { Send } from '../transport/send.ts';
import { authorizationKey } from './authorization-key.ts';
import { bearerValue } from './bearer-value.ts';
import { fetchOauthToken, fetchPasswordToken } from './fetch-token.ts';
import { createGivenTokenSource } from './given-token-source.ts';
import { rememberRefusal } from './remember-refusal.ts';
import { secretValue } from './secret-value.ts';
import { sharedToken } from './shared-token.ts';
import { createTokenCache } from './token-cache.ts';
import type { AccessToken, TokenSource } from './token-source.ts';
import { tokenStoreKey } from './token-store-key.ts';

export interface TokenSourceDependencies {
  /** The way to the sign-in hosts: no bearer, no concurrency slot, no retries of its own. */
  readonly send: Send;
  readonly emit: (event: ClientEvent) => void;
  /** Fires when the client is closed. */
  readonly closed: AbortSignal;
}

/** The way to sign in that the settings chose. Undefined where the TLS connection says who we are. */
export function createTokenSource(
  settings: Pick<ResolvedSettings, 'credential' | 'scope' | 'authUrl' | 'baseUrl' | 'tokenStore'>,
  { send, emit, closed }: TokenSourceDependencies,
): TokenSource | undefined {
  const { credential, scope, authUrl, baseUrl, tokenStore: store } = settings;
  const perhapsShared = async (
    place: readonly string[],
    secret: string,
    refused: string | undefined,
    signal: AbortSignal,
    fetch: () => Promise<AccessToken>,
  ) => {
    if (store === undefined) return fetch();
    const storeKey = await tokenStoreKey(place, secret);
    return sharedToken({ store, storeKey, refused, fetch, signal });
  };
  switch (credential.kind) {
    case 'certificate':
      return undefined;
    case 'none':
      return noCredentials;
    case 'token':
      return createGivenTokenSource(credential.accessToken);
    case 'key': {
      const fetchFresh = rememberRefusal((key, signal) =>
        fetchOauthToken(send, { authUrl, scope, key }, signal),
      );
      return createTokenCache({
        emit,
        closed,
        initial: ageless(credential.accessToken),
        fetch: async (refused, signal) => {
          const key = authorizationKey(await secretValue(credential.key, 'credentials'));
          return perhapsShared([authUrl, scope], key, refused, signal, () => fetchFresh(key, signal));
        },
      });
    }
    case 'password': {
      const { user, password } = credential;
      const fetchFresh = rememberRefusal((_, signal) =>
        fetchPasswordToken(send, { baseUrl, user, password }, signal),
      );
      return createTokenCache({
        emit,
        closed,
        initial: ageless(credential.accessToken),
        fetch: (refused, signal) =>
          perhapsShared([`${baseUrl}/token`, user], password, refused, signal, () => fetchFresh('', signal)),
      });
    }
  }
}

const ageless = (accessToken: string | undefined): AccessToken | undefined =>
  accessToken === undefined ? undefined : { value: bearerValue(accessToken), expiresAtMs: undefined };

const noCredentials: TokenSource = {
  get: () =>
    Promise.reject(
      new AuthenticationError('No credentials were given.', {
        hint: 'set `credentials` (GIGACHAT_CREDENTIALS) to the authorization key of the portal, developers.sber.ru',
      }),
    ),
  renew: () => Promise.resolve(undefined),
  accepted: () => {},
};
